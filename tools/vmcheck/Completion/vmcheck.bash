# SPDX-License-Identifier: GPL-2.0-only
# Completes vmcheck in bash: source <(vmcheck completion bash)
_vmcheck() {
    local word=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} found kinds='^[^-]'
    # What is typed behind the name of the program.
    line=${line#"${COMP_WORDS[0]}"}
    line=${line# }
    [[ $word == -* ]] && kinds='^-'
    found=$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null | grep -e "$kinds")
    # Where nothing is found, -o default takes the names of files.
    mapfile -t COMPREPLY < <(compgen -W "$found" -- "$word")
}
complete -o default -F _vmcheck vmcheck
