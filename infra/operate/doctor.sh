#!/usr/bin/env bash
# Says whether Stripe's messages of payments reach us, and what to do if not: the address that they go to, their version,
# their kinds, our own answer, and the secret that they are signed with. It changes nothing.
#
#   infra/operate/doctor.sh                  the studio on this machine, with the sandbox's Stripe
#   infra/operate/doctor.sh --stage prod     a deployment, with the aws command
#
# Each check is one line. Ends with 0 if all is well, with 1 if something is WRONG, with 2 if that cannot be told. Needs a
# JDK. The key is the deployment's, or STRIPE_KEY; it may read webhook endpoints and events. HALFTONE_STRIPE is another
# address of Stripe's API. Stripe never shows us the secret that it signs with: that it is wrong is seen by messages of the
# last day that were not taken, although our webhook is there and refuses one without a signature.
set -euo pipefail

fail() {
  echo "$*" >&2
  exit 2
}

usage="Usage: infra/operate/doctor.sh [--stage <stage>]"
stage=""
if [ $# -gt 0 ]; then
  [ $# -eq 2 ] && [ "$1" = --stage ] || fail "$usage"
  stage=$2
  # It becomes part of names, so nothing else may pass.
  [[ $stage =~ ^[a-z][a-z0-9]{1,15}$ ]] || fail "$usage"
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null || fail "There is no java; set JAVA_HOME to a JDK 25."

parameter() {
  aws ssm get-parameter --with-decryption --name "$1" --query Parameter.Value --output text
}

key=/halftone/${stage:-local}/payments/stripe
if [ -n "$stage" ]; then
  url=$(parameter "/halftone/$stage/public-url") || fail "There is no parameter /halftone/$stage/public-url."
  [ -n "${STRIPE_KEY:-}" ] || STRIPE_KEY=$(parameter "$key") || fail "There is no parameter $key."
  stripe=${HALFTONE_STRIPE:-https://api.stripe.com}
else
  url=http://localhost:${LOCAL_PORT:-8080}
  stripe=${HALFTONE_STRIPE:-http://127.0.0.1:$((${LOCAL_PORT:-8080} + 10))/stripe}
  secrets=$(dirname "$0")/../../.halftone/secrets.properties
  if [ -z "${STRIPE_KEY:-}" ] && [ -r "$secrets" ]; then
    # A file of properties writes a backslash before what would end a name.
    STRIPE_KEY=$(sed -n "s|^$key=||p" "$secrets" | tr -d '\\')
  fi
  [ -n "${STRIPE_KEY:-}" ] || fail "There is no key in $secrets; start the studio, or name a deployment with --stage."
fi
export STRIPE_KEY
# The key is handed on in the environment, where no list of processes shows it.
"$java" "$(dirname "$0")/Doctor.java" "$url" "$stripe" "$key-webhook"
