# shellcheck shell=bash
# What the scripts tell the person at the terminal. Standard output stays free
# for data. Needs $program, the script's name.

# say TEXT...: one line on standard error.
say() {
  printf '%s\n' "$*" >&2
}

# fail STATUS TEXT...: one line, and out.
fail() {
  local status=$1
  shift
  say "$program: $*"
  exit "$status"
}

# seconds_since EPOCH_SECONDS
seconds_since() {
  printf '%d s' "$(($(date +%s) - $1))"
}

# nearest WORD CANDIDATE...: the candidate that WORD was most likely meant to
# be: one that starts with it, else the nearest by edit distance, at most two
# edits (one for a word of three letters or less) away. Nothing otherwise.
nearest() {
  local word=$1 best='' least candidate distance
  shift
  least=$((${#word} > 3 ? 2 : 1))
  for candidate in "$@"; do
    if [[ ${#word} -ge 2 && $candidate == "$word"* ]]; then
      printf '%s' "$candidate"
      return
    fi
    distance=$(edit_distance "$word" "$candidate")
    if ((distance <= least)); then
      least=$((distance - 1))
      best=$candidate
    fi
  done
  printf '%s' "$best"
}

# edit_distance A B: letters added, removed or replaced; two that changed
# places count once.
edit_distance() {
  local a=$1 b=$2 i j cost value
  local -A at
  for ((i = 0; i <= ${#a}; i++)); do at[$i, 0]=$i; done
  for ((j = 0; j <= ${#b}; j++)); do at[0, $j]=$j; done
  for ((i = 1; i <= ${#a}; i++)); do
    for ((j = 1; j <= ${#b}; j++)); do
      cost=1
      [[ ${a:i-1:1} == "${b:j-1:1}" ]] && cost=0
      value=$((at[$((i - 1)), $((j - 1))] + cost))
      ((at[$((i - 1)), $j] + 1 < value)) && value=$((at[$((i - 1)), $j] + 1))
      ((at[$i, $((j - 1))] + 1 < value)) && value=$((at[$i, $((j - 1))] + 1))
      if ((i > 1 && j > 1)) && [[ ${a:i-1:1} == "${b:j-2:1}" &&
        ${a:i-2:1} == "${b:j-1:1}" ]]; then
        cost=$((at[$((i - 2)), $((j - 2))] + 1))
        ((cost < value)) && value=$cost
      fi
      at[$i, $j]=$value
    done
  done
  printf '%d' "${at[${#a}, ${#b}]}"
}
