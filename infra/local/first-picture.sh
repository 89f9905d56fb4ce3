#!/bin/sh
# Signs in, asks for a picture, waits for it and downloads it; then asks for one that the provider
# refuses, and sees the credits come back. Needs curl and a running `./mvnw -Plocal`.
#
#   infra/local/first-picture.sh [prompt] [file]
set -eu

base="${HALFTONE_URL:-http://localhost:8080}"
prompt="${1:-A small sailing boat on a calm sea at sunset}"
file="${2:-halftone.png}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The value of a top-level or nested text, number or boolean field in one line of JSON.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p" | head -n 1; }
get() { curl -sS --fail-with-body -b "$work/cookies" -c "$work/cookies" "$base$1"; }
post() {
  curl -sS --fail-with-body -b "$work/cookies" -c "$work/cookies" -X POST "$base$1" \
    -H "Origin: $base" -H 'Content-Type: application/json' -H "Idempotency-Key: $3" --data "$2"
}
key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
available() { get /v1/account | field available; }

sign_in() {
  authorize="$(curl -sS -o /dev/null -w '%{redirect_url}' \
    -b "$work/cookies" -c "$work/cookies" "$base/v1/auth/google/start?returnTo=/")"
  query="${authorize#*\?}"
  callback="$(curl -sS -o /dev/null -w '%{redirect_url}' -X POST "${authorize%%\?*}" \
    --data "$query" --data person=mira)"
  curl -sS -o /dev/null -b "$work/cookies" -c "$work/cookies" "$callback"
  version="$(get /v1/auth/options | field policyVersion)"
  post /v1/me/acceptance "{\"ageConfirmed\":true,\"policyVersion\":\"$version\"}" "$(key)" >/dev/null
}

# Submits a prompt and prints the generation once it has ended.
generate() {
  choice='"model":"nano-banana-pro","aspectRatio":"16:9","resolution":"1K"'
  quote="$(post /v1/quotes "{$choice}" "$(key)" | field quote)"
  id="$(post /v1/generations "{$choice,\"prompt\":\"$1\",\"quote\":\"$quote\"}" "$(key)" | field id)"
  for _ in $(seq 1 60); do
    generation="$(get "/v1/generations/$id")"
    case "$(printf %s "$generation" | field state)" in
    succeeded | failed | cancelled)
      printf '%s\n' "$generation"
      return
      ;;
    esac
    sleep 0.5
  done
  echo "generation $id did not end in 30 s" >&2
  return 1
}

sign_in
echo "Signed in. Balance: $(available) credits."

generation="$(generate "$prompt")"
id="$(printf %s "$generation" | field id)"
[ "$(printf %s "$generation" | field state)" = succeeded ]
curl -sS --fail-with-body -L -b "$work/cookies" -o "$file" "$base/v1/generations/$id/media/0"
# Bytes 17 to 24 of a PNG are its width and height.
set -- $(od -An -j16 -N8 -tu1 "$file")
width=$((($3 << 8) + $4)) height=$((($7 << 8) + $8))
[ "$(od -An -j1 -N3 -c "$file" | tr -d ' \n')" = PNG ] && [ "$width" -ge 1024 ]
before="$(available)"
echo "Picture: $file, $width x $height. Balance: $before credits."

generation="$(generate "$prompt [moderation]")"
[ "$(printf %s "$generation" | field state)" = failed ]
after="$(available)"
echo "Refused: $(printf %s "$generation" | field message) Balance: $after credits."
[ "$before" = "$after" ]
