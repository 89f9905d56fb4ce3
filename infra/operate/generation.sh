#!/usr/bin/env bash
# The operator's view of one generation: every step of it in the functions' logs, our ids beside the provider's.
#
#   infra/operate/generation.sh <id>                            in the log of the studio on this machine
#   infra/operate/generation.sh <id> --stage prod [--days 7]    in the logs of a deployment, with the aws command
#
# <id> is a generation's, or the trace that a person quotes; a trace leads to the generations that its requests touched.
# The line of its end says what it earned, in millionths of a dollar: what its provider asked, what it cost us beside that,
# what its credits were sold for at least, and what is left, which is less than nothing where nothing was charged.
# Logs are kept for 30 days. The last column is a sentence, everything before it is name=value.
set -euo pipefail

readonly columns=(timestamp function_name message cause state generation traceId provider providerRequest function_request_id
  providerMicroDollars ownMicroDollars priceMicroDollars marginMicroDollars detail)
readonly functions=(generation-submit provider-poll provider-webhook)
readonly answers_max=120
readonly lines_max=1000
readonly days_max=30

fail() {
  echo "$*" >&2
  exit 2
}

usage="Usage: infra/operate/generation.sh <generation or trace> [--stage <stage> [--days <1 to $days_max>]]"
id=${1:-}
shift || true
stage=""
days=$days_max
while [ $# -gt 0 ]; do
  case $1 in
    --stage) stage=${2:-} ;;
    --days) days=${2:-} ;;
    *) fail "$usage" ;;
  esac
  [ $# -ge 2 ] || fail "$usage"
  shift 2
done
# Ids become part of a query, so nothing else may pass.
[[ $id =~ ^(gen_)?[0-9a-f]{32}$ ]] || fail "$usage"
[[ $stage =~ ^([a-z][a-z0-9]{1,15})?$ ]] || fail "$usage"
[[ $days =~ ^[0-9]{1,2}$ ]] && [ "$days" -ge 1 ] && [ "$days" -le $days_max ] || fail "$usage"

# Tab-separated columns of every line about one of the ids, from the file that the local studio writes.
local_lines() {
  local log=${HALFTONE_LOG:-$(dirname "$0")/../../.halftone/functions.log}
  [ -r "$log" ] || fail "There is no log at $log; start the studio, or name a deployment with --stage."
  grep -F "$(printf '%s\n' "$@")" "$log" | awk -v names="${columns[*]}" '
    function value(name,    text) {
      if (!match($0, "\"" name "\":\"([^\"\\\\]|\\\\.)*\"")) return "-"
      text = substr($0, RSTART + length(name) + 4, RLENGTH - length(name) - 5)
      gsub(/\t/, " ", text)
      return text == "" ? "-" : text
    }
    BEGIN { count = split(names, name, " ") }
    /^\{"level"/ {
      line = value(name[1])
      for (i = 2; i <= count; i++) line = line "\t" value(name[i])
      print line
    }' | sort | head -n $lines_max || true
}

# The same from CloudWatch Logs Insights.
deployed_lines() {
  local groups=() filter="" each now query state="Scheduled" answers=0 pick=""
  for each in "${functions[@]}"; do groups+=("/halftone/$stage/$each"); done
  for each in "$@"; do filter+="${filter:+ or }generation = '$each' or traceId = '$each' or function_request_id = '$each'"; done
  now=$(date +%s)
  query=$(aws logs start-query --log-group-names "${groups[@]}" --start-time $((now - days * 86400)) --end-time "$now" \
    --query-string "fields $(IFS=,; echo "${columns[*]}") | filter $filter | sort timestamp asc | limit $lines_max" \
    --query queryId --output text)
  while [ "$state" != Complete ]; do
    case $state in Failed|Cancelled|Timeout|Unknown) fail "The query ended as $state." ;; esac
    [ $answers -lt $answers_max ] || fail "The query did not end."
    answers=$((answers + 1))
    sleep 1
    state=$(aws logs get-query-results --query-id "$query" --query status --output text)
  done
  for each in "${columns[@]}"; do pick+="${pick:+,}[?field=='$each'].value|[0]"; done
  aws logs get-query-results --query-id "$query" --query "results[*].[$pick]" --output text \
    | awk -F '\t' -v OFS='\t' '{ for (i = 1; i <= NF; i++) if ($i == "None" || $i == "") $i = "-"; print }'
}

lines() {
  if [ -n "$stage" ]; then deployed_lines "$@"; else local_lines "$@"; fi
}

# What a request did has the trace of the generation, and a callback's line its own: a request leads to its generation,
# and only the generation to all the rest. Other functions handle several generations at once, so they lead nowhere.
led_to() {
  awk -F '\t' '$6 != "-" { print $6 } $3 == "Request answered" { print $10 }' \
    | grep -xE 'gen_[0-9a-f]{32}|[0-9a-f-]{36}' | grep -vxF "$id" | sort -u || true
}

found=$(lines "$id")
known=""
for _ in 1 2; do
  next=$(led_to <<<"$found")
  [ "$next" != "$known" ] || break
  known=$next
  # shellcheck disable=SC2086 # one word per id
  found=$(lines "$id" $known)
done
[ -n "$found" ] || fail "Nothing is logged about $id."
while IFS=$'\t' read -r time function message cause state generation trace provider request invocation cost own price margin detail; do
  echo "$time $message | generation=$generation trace=$trace provider=$provider providerRequest=$request cause=$cause state=$state function=$function request=$invocation providerMicroDollars=$cost ownMicroDollars=$own priceMicroDollars=$price marginMicroDollars=$margin | $detail"
done <<<"$found"
