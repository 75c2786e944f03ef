# shellcheck shell=bash
# Finds the Java that runs Sweepline. Needs say.sh.

readonly OLDEST_JAVA=17

# java_feature HOME: 17, 21, 25 ...; nothing when HOME holds no Java.
java_feature() {
  local line version=
  [[ -x $1/bin/java ]] || return 0
  if [[ -r $1/release ]]; then
    while IFS= read -r line; do
      [[ $line == JAVA_VERSION=* ]] && version=${line#JAVA_VERSION=}
    done <"$1/release"
  fi
  if [[ -z $version ]]; then
    version=$("$1/bin/java" -version 2>&1 |
      sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1) || return 0
  fi
  version=${version//\"/}
  version=${version#1.}
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

# java_candidates: the homes to look at, best first, one a line.
java_candidates() {
  local java home version
  if [[ -n ${JAVA_HOME:-} ]]; then
    printf '%s\n' "$JAVA_HOME"
  fi
  if java=$(command -v java); then
    java=$(readlink -f "$java")
    home=${java%/bin/java}
    if [[ ! -r $home/release ]]; then
      # A wrapper in front of the real one knows where that is.
      home=$(java -XshowSettings:properties -version 2>&1 |
        sed -n 's/^ *java\.home = //p') || home=
    fi
    [[ -n $home ]] && printf '%s\n' "$home"
  fi
  # Oldest first: closest to what the tests run on.
  for home in "${SWEEPLINE_JVM_DIR:-/usr/lib/jvm}"/*; do
    version=$(java_feature "$home")
    [[ -n $version ]] && printf '%s %s\n' "$version" "$home"
  done | LC_ALL=C sort -n | cut -d ' ' -f 2-
}

# find_java PROGRAM [FEATURE]: sets JAVA_HOME and JAVA_FEATURE to the first home
# that is new enough (of exactly FEATURE, when given) and has bin/PROGRAM (java
# to run, javac to build), or ends with what is missing and how to get it.
find_java() {
  local program=$1 exactly=${2:-} candidates home version seen=
  mapfile -t candidates < <(java_candidates)
  for home in "${candidates[@]}"; do
    version=$(java_feature "$home")
    if [[ -z $version ]]; then
      seen+=" $home (no Java there)"
    elif ((version < OLDEST_JAVA)) ||
      [[ -n $exactly && $version != "$exactly" ]]; then
      seen+=" $home (Java $version)"
    elif [[ ! -x $home/bin/$program ]]; then
      seen+=" $home (Java $version without $program)"
    else
      export JAVA_HOME=$home JAVA_FEATURE=$version
      return
    fi
  done
  local wanted="JDK $OLDEST_JAVA or later"
  [[ -z $exactly ]] || wanted="JDK $exactly"
  fail 1 "needs a $wanted (with bin/$program); looked at JAVA_HOME, PATH" \
    "and ${SWEEPLINE_JVM_DIR:-/usr/lib/jvm}, found:${seen:- none}." \
    "Debian, Ubuntu: apt-get install openjdk-17-jdk-headless." \
    "Elsewhere: install one and set JAVA_HOME to its folder."
}
