// SPDX-License-Identifier: GPL-2.0-only
/* In place of vm.c: when a page cannot be had, the one taken before it is forgotten. */
#define count_pages right_count_pages
#include "../vm.c"
#undef count_pages

void count_pages(struct vm_struct *vm, uint32_t nr_pages)
{
	int is_failing = nr_pages > 0 && nr_pages < vm->nr_pages;

	right_count_pages(vm, is_failing ? nr_pages - 1 : nr_pages);
}
