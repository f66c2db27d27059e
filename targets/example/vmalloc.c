// SPDX-License-Identifier: GPL-2.0-only
/* Blocks: ranges with pages of their own, and an array that remembers them. */
#include "example.h"

#define GFP_PLAIN (VMCHECK_GFP_KERNEL | VMCHECK_GFP_HIGHMEM)

static u64 vmalloc_node(u64 size, u64 align, uint32_t gfp, u64 prot, int node,
			enum vmcheck_caller caller);

static int32_t *pages_of(struct vm_struct *vm)
{
	return (int32_t *)(vm->array + 1);
}

/* An array larger than a page is itself vmalloc'ed; a pointer takes 8 bytes. Returns 0 or -1. */
static int alloc_array(struct vm_struct *vm, uint32_t gfp, int node)
{
	uint32_t bytes = vm->nr_pages * 8;

	gfp = (gfp & VMCHECK_GFP_RECLAIM_MASK) | VMCHECK_GFP_ZERO;
	if (bytes <= page_size()) {
		vm->array = slab_alloc(VMCHECK_SLAB_ARRAY, bytes, gfp, node);
	} else {
		vm->nested_at = vmalloc_node(bytes, 1, gfp | VMCHECK_GFP_HIGHMEM,
					     VMCHECK_PAGE_KERNEL, node, vm->caller);
		set_vm_flags(vm, vm->flags | VMCHECK_VM_VPAGES);
		vm->array = vm->nested_at ? host_alloc(bytes) : NULL;
	}
	if (!vm->array)
		return -1;
	report(VMCHECK_EVENT_VM_PAGES_SET, vm->addr, vm->nested_at, vm->array->id, 0);
	return 0;
}

/* Fills a reserved range with pages. Returns its address; or 0, and the range is no more. */
static u64 vmalloc_area(struct vm_struct *vm, uint32_t gfp, u64 prot, int node)
{
	uint32_t nr_pages = (vm->size - guard_size()) >> machine.page_shift;
	uint32_t i;

	count_pages(vm, nr_pages);
	if (alloc_array(vm, gfp, node) < 0) {
		slab_free(remove_vm_area(vm->addr));
		return 0;
	}
	for (i = 0; i < nr_pages; i++) {
		int page = page_alloc(gfp, node);

		if (page < 0) {
			count_pages(vm, i);
			vmcheck_vfree(vm->addr);
			return 0;
		}
		pages_of(vm)[i] = page;
	}
	if (map_vm_area(vm, prot, pages_of(vm), nr_pages, gfp) < 0) {
		vmcheck_vfree(vm->addr);
		return 0;
	}
	return vm->addr;
}

static u64 vmalloc_node(u64 size, u64 align, uint32_t gfp, u64 prot, int node,
			enum vmcheck_caller caller)
{
	struct vm_struct *vm;

	size = page_align(size);
	if (size == 0 || size >> machine.page_shift > (u64)machine.total_ram)
		return 0;
	vm = get_vm_area(size, align, VMCHECK_VM_ALLOC, machine.start, machine.end, gfp, node,
			 caller);
	return vm ? vmalloc_area(vm, gfp, prot, node) : 0;
}

void vmcheck_vfree(uint64_t addr)
{
	struct vm_struct *vm;
	uint32_t i;

	if (addr == 0)
		return;
	if (addr & (page_size() - 1)) {
		warn(VMCHECK_SPLAT_BAD_ADDRESS, addr);
		return;
	}
	vm = remove_vm_area(addr);
	if (!vm) {
		warn(VMCHECK_SPLAT_NO_AREA, addr);
		return;
	}
	for (i = 0; i < vm->nr_pages; i++)
		page_free(pages_of(vm)[i]);
	vmcheck_vfree(vm->nested_at);
	if (vm->array && vm->nested_at)
		host_free(vm->array);
	else if (vm->array)
		slab_free(vm->array);
	slab_free(vm);
}

static u64 plain(u64 size, uint32_t gfp, int node)
{
	return vmalloc_node(size, 1, gfp, VMCHECK_PAGE_KERNEL, node, VMCHECK_CALLER_SITE);
}

static u64 mark_user(u64 addr)
{
	struct vm_struct *vm = find_vm_area(addr);

	if (vm)
		set_vm_flags(vm, vm->flags | VMCHECK_VM_USERMAP);
	return addr;
}

static uint32_t gfp_32(void)
{
	return VMCHECK_GFP_KERNEL | (machine.dma32 ? VMCHECK_GFP_DMA32 : VMCHECK_GFP_DMA);
}

uint64_t vmcheck___vmalloc_node(
	uint64_t size, uint64_t align, uint32_t gfp, uint64_t prot, int32_t node)
{
	return vmalloc_node(size, align, gfp, prot, node, VMCHECK_CALLER_DIRECT);
}

uint64_t vmcheck___vmalloc(uint64_t size, uint32_t gfp, uint64_t prot)
{
	return vmalloc_node(size, 1, gfp, prot, -1, VMCHECK_CALLER_SITE);
}

uint64_t vmcheck_vmalloc(uint64_t size)
{
	return plain(size, GFP_PLAIN, -1);
}

uint64_t vmcheck_vmalloc_node(uint64_t size, int32_t node)
{
	return plain(size, GFP_PLAIN, node);
}

uint64_t vmcheck_vzalloc(uint64_t size)
{
	return plain(size, GFP_PLAIN | VMCHECK_GFP_ZERO, -1);
}

uint64_t vmcheck_vzalloc_node(uint64_t size, int32_t node)
{
	return plain(size, GFP_PLAIN | VMCHECK_GFP_ZERO, node);
}

uint64_t vmcheck_vmalloc_exec(uint64_t size)
{
	return vmcheck___vmalloc(size, GFP_PLAIN, VMCHECK_PAGE_KERNEL_EXEC);
}

uint64_t vmcheck_vmalloc_user(uint64_t size)
{
	return mark_user(vmalloc_node(size, machine.shmlba, GFP_PLAIN | VMCHECK_GFP_ZERO,
				      VMCHECK_PAGE_KERNEL, -1, VMCHECK_CALLER_SITE));
}

uint64_t vmcheck_vmalloc_32(uint64_t size)
{
	return plain(size, gfp_32(), -1);
}

uint64_t vmcheck_vmalloc_32_user(uint64_t size)
{
	return mark_user(plain(size, gfp_32() | VMCHECK_GFP_ZERO, -1));
}

uint64_t vmcheck___vmalloc_area(uint64_t addr, uint32_t gfp, uint64_t prot)
{
	struct vm_struct *vm = find_vm_area(addr);

	return vm ? vmalloc_area(vm, gfp, prot, -1) : 0;
}
