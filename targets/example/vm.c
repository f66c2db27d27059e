// SPDX-License-Identifier: GPL-2.0-only
/* Ranges with a descriptor: every live one is on vmlist, which here is the list of areas. */
#include "example.h"

/* A range for device memory begins at the power of two that holds its size, up to 128 pages. */
static u64 device_align(u64 size)
{
	u64 align = page_size();

	while (align < size && align < page_size() << 7)
		align <<= 1;
	return align;
}

struct vm_struct *get_vm_area(u64 size, u64 align, uint32_t flags, u64 start, u64 end,
			      uint32_t gfp, int node, enum vmcheck_caller caller)
{
	struct vmap_area *va;
	struct vm_struct *vm;

	if (flags & VMCHECK_VM_IOREMAP)
		align = device_align(size);
	size = page_align(size);
	if (size == 0)
		return NULL;
	vm = slab_alloc(VMCHECK_SLAB_VM, sizeof(*vm),
			(gfp & VMCHECK_GFP_RECLAIM_MASK) | VMCHECK_GFP_ZERO, node);
	if (!vm)
		return NULL;
	va = alloc_vmap_area(size + guard_size(), align, start, end, gfp, node);
	if (!va) {
		slab_free(vm);
		return NULL;
	}
	va->vm = vm;
	vm->addr = va->start;
	vm->size = va->end - va->start;
	vm->flags = flags;
	vm->caller = caller;
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_VM_INSERT, .id = vm->object.id, .gfp = flags,
		.address = vm->addr, .end = va->end, .bytes = vm->size,
	});
	report(VMCHECK_EVENT_VM_CALLER_SET, vm->addr, 0, caller, 0);
	return vm;
}

struct vm_struct *find_vm_area(u64 addr)
{
	struct vmap_area *va = find_vmap_area(addr);

	return va ? va->vm : NULL;
}

void set_vm_flags(struct vm_struct *vm, uint32_t flags)
{
	vm->flags = flags;
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_VM_FLAGS_SET, .id = vm->object.id, .gfp = flags,
		.address = vm->addr,
	});
}

void count_pages(struct vm_struct *vm, uint32_t nr_pages)
{
	vm->nr_pages = nr_pages;
	report(VMCHECK_EVENT_VM_PAGES_COUNTED, vm->addr, 0, 0, nr_pages);
}

/* Ends an area; what is left to free is its descriptor, whose size no longer counts the guard. */
struct vm_struct *remove_vm_area(u64 addr)
{
	struct vmap_area *va = find_vmap_area(addr);
	struct vm_struct *vm = va ? va->vm : NULL;

	if (!vm)
		return NULL;
	report(VMCHECK_EVENT_VM_UNLINK, addr, 0, vm->object.id, 0);
	va->vm = NULL;
	free_vmap_area(va);
	vm->size -= guard_size();
	return vm;
}

int map_vm_area(struct vm_struct *vm, u64 prot, const int32_t *pages, u64 count, uint32_t gfp)
{
	u64 end = vm->addr + vm->size - guard_size();
	int err = map_pages(vm->addr, end, prot, pages, count, gfp);

	report(VMCHECK_EVENT_CACHE_FLUSH_MAP, vm->addr, end, 0, 0);
	return err;
}

void vm_walk(struct vmcheck_picture *picture)
{
	const struct vmap_area *va;

	for (va = first_vmap_area(); va; va = va->next) {
		const struct vm_struct *vm = va->vm;

		if (!vm)
			continue;
		vmcheck_show(&picture->vmlist, (struct vmcheck_vm){
			.address = vm->addr, .size = vm->size, .flags = vm->flags,
			.nr_pages = vm->nr_pages, .caller = vm->caller,
			.nested_at = vm->nested_at, .array_object = vm->array ? vm->array->id : -1,
		});
	}
}
