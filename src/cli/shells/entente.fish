# fish completion for entente, made by 'entente completion fish'
function __entente_answers
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    # The word as it will be, without the quote that is still open.
    set -l last (commandline -ct | string replace -r '(^|=)["\']' '$1' | string replace -ra '\\\\(.)' '$1')
    set -l answers ($program completion words -- $words "$last" 2>/dev/null)
    if string match -qr '^\t' -- $answers[1]
        set -l option (string match -r -- '^--[^=]*=' $last)
        string replace -r -- '^' "$option" (__fish_complete_path (string replace -r -- '^--[^=]*=' '' $last))
    else
        printf '%s\n' $answers
    end
end
complete -c entente -f -a '(__entente_answers)'
