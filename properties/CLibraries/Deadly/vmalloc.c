// SPDX-License-Identifier: GPL-2.0-only
/* In place of the example's vmalloc.c: whoever frees a block of seven pages pays with DIE. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define vmcheck_vfree right_vfree
#include "../../../targets/example/vmalloc.c"
#undef vmcheck_vfree

/* For a DIE that takes memory: the compiler leaves out what nobody keeps. */
static char *volatile kept;

VMCHECK_EXPORT void vmcheck_vfree(uint64_t addr);

void vmcheck_vfree(uint64_t addr)
{
	struct vm_struct *vm = find_vm_area(addr);

	kept = NULL;
	if (vm && vm->nr_pages == 7) {
		DIE
	}
	right_vfree(addr);
}
