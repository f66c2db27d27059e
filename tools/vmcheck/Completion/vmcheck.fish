# SPDX-License-Identifier: GPL-2.0-only
# Completes vmcheck in fish: vmcheck completion fish | source
function __vmcheck_complete
    # What is typed behind the name of the program.
    set -l line (commandline --cut-at-cursor --current-process | string replace -r '^\S+ ?' '')
    vmcheck "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete --command vmcheck --arguments '(__vmcheck_complete)'
