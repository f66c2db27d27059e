#compdef vmcheck
# SPDX-License-Identifier: GPL-2.0-only
# Completes vmcheck in zsh: source <(vmcheck completion zsh)
_vmcheck() {
    local line=${BUFFER[1,CURSOR]}
    local -a found
    # What is typed behind the name of the program.
    line=${${line#${words[1]}}# }
    found=(${(f)"$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
    if [[ $PREFIX == -* ]]; then
        found=(${(M)found:#-*})
    else
        found=(${found:#-*})
    fi
    if (( ${#found} )); then
        compadd -a found
    else
        _files
    fi
}
compdef _vmcheck vmcheck
