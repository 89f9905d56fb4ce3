#!/usr/bin/env bash
# Compares a provider's usage of one month, the CSV file of its dashboard, with our own record of generations: what was
# billed but is unknown to us, what is ours but was not billed, what was billed twice, and whose amount differs.
#
#   infra/operate/usage.sh <provider> <YYYY-MM> <usage.csv>                  with the record of the studio on this machine
#   infra/operate/usage.sh <provider> <YYYY-MM> <usage.csv> --stage prod     with that of a deployment, with the aws command
#   ... [--id-column <name>] [--cost-column <name>]    where the file names the request and its dollars otherwise
#
# Ends with 0 if all agrees, with 1 if the printed CSV lists a difference, with 2 if something is unusable. Needs a JDK.
# It scans the Studio table page by page, a month after the other by hand, so no index is kept for it; a scan reads, and is
# paid by, the whole table. Months are of UTC and of our acceptance: a provider that counts otherwise differs at midnight
# of their ends. A generation that another provider took over in the end, or that was erased since, is unknown to us.
set -euo pipefail

readonly pages_max=20000
readonly answer_seconds_max=60

fail() {
  echo "$*" >&2
  exit 2
}

usage="Usage: infra/operate/usage.sh <provider> <YYYY-MM> <usage.csv> [--stage <stage>] [--id-column <name>] [--cost-column <name>]"
provider=${1:-}
month=${2:-}
file=${3:-}
[ $# -ge 3 ] || fail "$usage"
shift 3
stage=""
columns=()
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || fail "$usage"
  case $1 in
    --stage) stage=$2; [ -n "$stage" ] || fail "$usage" ;;
    --id-column|--cost-column) columns+=("$1" "$2") ;;
    *) fail "$usage" ;;
  esac
  shift 2
done
# They become part of a request, so nothing else may pass.
[[ $provider =~ ^[a-z][a-z0-9-]{0,31}$ ]] || fail "$usage"
[[ $month =~ ^20[0-9]{2}-(0[1-9]|1[0-2])$ ]] || fail "$usage"
[[ $stage =~ ^([a-z][a-z0-9]{1,15})?$ ]] || fail "$usage"
[ -r "$file" ] || fail "There is no file $file."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null || fail "There is no java; set JAVA_HOME to a JDK 25."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

table_of_the_stage() {
  local data
  data=$(aws cloudformation describe-stack-resource --stack-name "halftone-$stage" --logical-resource-id Data \
    --query StackResourceDetail.PhysicalResourceId --output text)
  aws cloudformation describe-stacks --stack-name "$data" \
    --query "Stacks[0].Outputs[?OutputKey=='StudioTable'].OutputValue" --output text
}

scan() {
  if [ -n "$stage" ]; then
    aws dynamodb scan --no-paginate --output json --cli-input-json "$1"
  else
    # The engine on this machine asks for a signature and does not look at it.
    curl -sS --fail-with-body --max-time $answer_seconds_max "$local_tables" --data "$1" \
      -H 'Content-Type: application/x-amz-json-1.0' -H 'X-Amz-Target: DynamoDB_20120810.Scan' \
      -H 'Authorization: AWS4-HMAC-SHA256 Credential=nobody/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0'
  fi
}

local_tables=${HALFTONE_DYNAMODB:-http://127.0.0.1:$((${LOCAL_PORT:-8080} + 11))}
table=halftone-StudioTable
[ -z "$stage" ] || table=$(table_of_the_stage) || fail "There is no stack halftone-$stage."
[[ $table =~ ^[a-zA-Z0-9_.-]{3,255}$ ]] || fail "The stack halftone-$stage has no Studio table."

request='"TableName":"'$table'","FilterExpression":"sk = :sk AND assigned = :provider AND begins_with(createdAt, :month)",
"ProjectionExpression":"pk, assignedCost, #state, stateDetail.reason, stateDetail.#request.#id",
"ExpressionAttributeNames":{"#state":"state","#request":"request","#id":"id"},
"ExpressionAttributeValues":{":sk":{"S":"GENERATION"},":provider":{"S":"'$provider'"},":month":{"S":"'$month'-"}}'
start=""
for ((page = 1; ; page++)); do
  [ $page -le $pages_max ] || fail "The table has more than $pages_max pages."
  scan "{$request$start}" | tr -d '\n' >"$work/page" || fail "The Studio table cannot be read."
  { cat "$work/page"; echo; } >>"$work/ours.json"
  # Its keys are ids without blanks; a page without this member is the last.
  start=$(tr -d ' ' <"$work/page" | grep -oE '"LastEvaluatedKey":\{("(pk|sk)":\{"S":"[^"]*"\},?){2}\}' || true)
  [ -n "$start" ] || break
  start=",\"ExclusiveStartKey\":${start#*:}"
done

"$java" "$(dirname "$0")/CompareUsage.java" "$provider" "$work/ours.json" "$file" ${columns[@]+"${columns[@]}"}
