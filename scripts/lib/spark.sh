# shellcheck shell=bash
# Starts Spark on this machine for aggregate. Needs say.sh, java.sh, build.sh.

readonly spark_options=$root/scripts/spark-jvm.options
# Above this much input, time saved by the full compiler and a parallel
# collector exceeds what they cost at the start.
readonly LARGE_INPUT_KB=$((200 * 1024))
readonly LARGEST_HEAP_MB=4096

# The class path names each jar, sorted: a class-data archive is only good for
# the exact class path that it was made with.
spark_class_path() {
  local jar path=$analytics_jar
  while IFS= read -r jar; do
    path+=:$jar
  done < <(printf '%s\n' "$spark_jars"/*.jar | LC_ALL=C sort)
  printf '%s' "$path"
}

# heap_mb: half of the memory that this process may use, at most 4 GB.
heap_mb() {
  local line kb=$((2 * LARGEST_HEAP_MB * 1024)) limit group
  while IFS= read -r line; do
    [[ $line =~ ^MemTotal:\ +([0-9]+) ]] && kb=${BASH_REMATCH[1]}
  done < <(cat /proc/meminfo 2>/dev/null)
  group=$(sed -n 's/^0:://p' /proc/self/cgroup 2>/dev/null) || group=
  for limit in "/sys/fs/cgroup$group/memory.max" /sys/fs/cgroup/memory.max; do
    if [[ -r $limit ]] && limit=$(<"$limit") && [[ $limit =~ ^[0-9]+$ ]]; then
      ((limit / 1024 < kb)) && kb=$((limit / 1024))
    fi
  done
  local mb=$((kb / 2 / 1024))
  printf '%d' "$((mb < LARGEST_HEAP_MB ? mb : LARGEST_HEAP_MB))"
}

# results_folders ARGUMENT...: what aggregate will read, one a line.
results_folders() {
  local found=
  while (($# > 0)); do
    case $1 in
      --results-dir=*) found=1 && printf '%s\n' "${1#*=}" ;;
      --results-dir)
        shift
        [[ $# -gt 0 ]] && found=1 && printf '%s\n' "$1"
        ;;
    esac
    shift || break
  done
  [[ -n $found ]] || printf 'results\n'
}

# is_large_input ARGUMENT...: what cannot be looked at quickly (a URI, a slow
# disk) counts as large.
is_large_input() {
  local folder path size total=0
  while IFS= read -r folder; do
    [[ $folder == *://* ]] && return 0
    while IFS= read -r path; do
      size=$(timeout 3 du -skL -- "$path" 2>/dev/null) || return 0
      total=$((total + ${size%%[!0-9]*}))
    done < <(compgen -G "$folder" || true)
  done < <(results_folders "$@")
  ((total >= LARGE_INPUT_KB))
}

# add_spark_options: adds those of spark-jvm.options to the array jvm.
add_spark_options() {
  local line
  while IFS= read -r line; do
    [[ $line == --* ]] || continue
    # Gone from JDK 25, which would warn of it.
    [[ $line == *sun.security.action* ]] && ((JAVA_FEATURE >= 25)) && continue
    jvm+=("$line")
  done <"$spark_options"
}

# spark_jvm ARGUMENT...: sets the array jvm to the options that suit the input
# which aggregate's ARGUMENTs name.
spark_jvm() {
  jvm=(--enable-native-access=ALL-UNNAMED)
  add_spark_options
  if ((JAVA_FEATURE >= 23)); then
    jvm+=(--sun-misc-unsafe-memory-access=allow)
  fi
  jvm+=("-Xmx$(heap_mb)m")
  if is_large_input "$@"; then
    jvm+=(-XX:+UseG1GC)
  else
    jvm+=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
  fi
}
