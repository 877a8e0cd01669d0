# bash completion for entente, made by 'entente completion bash'

# Takes the line up to the cursor apart: its words, without their quotes, in `from` how much of the
# last one stands before the part that readline replaces, and in `quote` the quote that is open.
_entente_split() {
    local line=${COMP_LINE:0:COMP_POINT} word="" begun="" letter i
    words=() from=0 quote=""
    for ((i = 0; i < ${#line}; i++)); do
        letter=${line:i:1}
        if [[ $quote == "'" && $letter != "'" ]]; then
            word+=$letter
        elif [[ $letter == \\ && ($quote != '"' || ${line:i+1:1} == [\$\`\"\\]) ]]; then
            i=$((i + 1))
            word+=${line:i:1}
        elif [[ -n $quote && $letter == "$quote" ]]; then
            quote=""
        elif [[ -z $quote && $letter == [\'\"] ]]; then
            quote=$letter
            from=${#word}
        elif [[ -z $quote && $letter == [[:blank:]] ]]; then
            [[ -z $begun ]] || words+=("$word")
            word="" begun="" from=0
            continue
        else
            word+=$letter
            [[ -n $quote || $COMP_WORDBREAKS != *"$letter"* ]] || from=${#word}
        fi
        begun=yes
    done
    words+=("$word")
}

# Adds a word to the answers as the shell must read it to get it back.
_entente_answer() {
    local word=$1
    case $quote in
    "'") word=${word//\'/\'\\\'\'} ;;
    '"')
        word=${word//\\/\\\\} word=${word//\"/\\\"}
        word=${word//\$/\\\$} word=${word//\`/\\\`}
        ;;
    *) [[ $word != *[^[:alnum:]_=,./:+-]* ]] || printf -v word %q "$word" ;;
    esac
    COMPREPLY+=("$word")
}

_entente() {
    local words from quote answer word
    COMPREPLY=()
    _entente_split
    while IFS= read -r answer; do
        if [[ $answer == $'\t'* ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        word=${answer%%$'\t'*}
        _entente_answer "${word:from}"
        [[ $word != *= ]] || compopt -o nospace 2>/dev/null
    done < <("${1/#\~\//$HOME/}" completion words -- "${words[@]:1}" 2>/dev/null)
}
complete -F _entente entente
