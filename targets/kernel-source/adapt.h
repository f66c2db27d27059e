/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Included ahead of every file that is compiled with the tree's headers.
 *
 * WARN and BUG of x86 trap and are looked up in a table; the generic ones call functions, which are
 * in kernel/messages.c.
 */
#define _ASM_X86_BUG_H
#include <asm-generic/bug.h>
