// SPDX-License-Identifier: GPL-2.0-only
/* Ranges that their caller maps, the caller's own pages, and what can be asked of areas. */
#include "example.h"

#define ENOMEM 12

static struct vm_struct *reserve(
	u64 size, uint32_t flags, u64 start, u64 end, uint32_t gfp, int node)
{
	return get_vm_area(size, 1, flags, start, end, gfp, node, VMCHECK_CALLER_SITE);
}

static u64 address_of(const struct vm_struct *vm)
{
	return vm ? vm->addr : 0;
}

uint64_t vmcheck_vmap(const int32_t *pages, uint32_t count, uint32_t flags, uint64_t prot)
{
	u64 addr;

	if (count > (uint32_t)machine.total_ram)
		return 0;
	addr = vmcheck_get_vm_area((u64)count << machine.page_shift, flags);
	if (addr && map_vm_area(find_vm_area(addr), prot, pages, count, VMCHECK_GFP_KERNEL) < 0) {
		vmcheck_vunmap(addr);
		return 0;
	}
	return addr;
}

/* What owns its pages is not for vunmap. */
void vmcheck_vunmap(uint64_t addr)
{
	struct vm_struct *vm = find_vm_area(addr);

	if (addr == 0)
		return;
	if (addr & (page_size() - 1))
		warn(VMCHECK_SPLAT_BAD_ADDRESS, addr);
	else if (!vm)
		warn(VMCHECK_SPLAT_NO_AREA, addr);
	else if (vm->array)
		warn(VMCHECK_SPLAT_WRONG_KIND, addr);
	else
		slab_free(remove_vm_area(addr));
}

uint64_t vmcheck_get_vm_area(uint64_t size, uint32_t flags)
{
	return address_of(reserve(size, flags, machine.start, machine.end, VMCHECK_GFP_KERNEL, -1));
}

uint64_t vmcheck___get_vm_area(uint64_t size, uint32_t flags, uint64_t start, uint64_t end)
{
	return address_of(reserve(size, flags, start, end, VMCHECK_GFP_KERNEL, -1));
}

uint64_t vmcheck_get_vm_area_node(uint64_t size, uint32_t flags, int32_t node, uint32_t gfp)
{
	return address_of(reserve(size, flags, machine.start, machine.end, gfp, node));
}

/* Its tables come with it: its caller maps where no memory can be waited for. */
uint64_t vmcheck_alloc_vm_area(uint64_t size)
{
	u64 start = vmcheck_get_vm_area(size, VMCHECK_VM_IOREMAP);
	u64 end = start ? start + find_vm_area(start)->size : 0;
	u64 addr;

	for (addr = start; addr < end; addr = table_end(addr)) {
		if (make_table(addr, VMCHECK_GFP_KERNEL) < 0) {
			vmcheck_free_vm_area(start);
			return 0;
		}
	}
	return start;
}

void vmcheck_free_vm_area(uint64_t addr)
{
	vmcheck_remove_vm_area(addr);
}

int64_t vmcheck_remove_vm_area(uint64_t addr)
{
	struct vm_struct *vm = remove_vm_area(addr);
	int64_t size;

	if (!vm)
		return -1;
	size = (int64_t)vm->size;
	slab_free(vm);
	return size;
}

int vmcheck_map_vm_area(uint64_t addr, uint64_t prot, const int32_t *pages, uint32_t count)
{
	struct vm_struct *vm = find_vm_area(addr);

	if (!vm) {
		warn(VMCHECK_SPLAT_NO_AREA, addr);
		return -ENOMEM;
	}
	if (map_vm_area(vm, prot, pages, count, VMCHECK_GFP_KERNEL) < 0)
		return -ENOMEM;
	step->extra = (vm->size - guard_size()) >> machine.page_shift;
	return 0;
}

int vmcheck_map_kernel_range_noflush(
	uint64_t addr, uint64_t size, uint64_t prot, const int32_t *pages, uint32_t count)
{
	if (map_pages(addr, addr + size, prot, pages, count, VMCHECK_GFP_KERNEL) < 0)
		return -ENOMEM;
	return (int)(size >> machine.page_shift);
}

void vmcheck_unmap_kernel_range(uint64_t addr, uint64_t size)
{
	report(VMCHECK_EVENT_CACHE_FLUSH_UNMAP, addr, addr + size, 0, 0);
	unmap_pages(addr, addr + size);
	flush_tlb(addr, addr + size);
}

void vmcheck_unmap_kernel_range_noflush(uint64_t addr, uint64_t size)
{
	unmap_pages(addr, addr + size);
}

int32_t vmcheck_vmalloc_to_page(uint64_t addr)
{
	u64 entry = translate(addr);

	return entry ? entry_frame(entry) : -1;
}

/* What waits for the purge counts as a hole. */
uint64_t vmcheck_vmalloc_usage(void)
{
	const struct vmap_area *va;
	u64 below = machine.start;
	u64 used = 0;

	step->extra = 0;
	for (va = first_vmap_area(); va; va = va->next) {
		if (!va->vm)
			continue;
		used += va->vm->size;
		if (va->start - below > step->extra)
			step->extra = va->start - below;
		below = va->end;
	}
	if (machine.end - below > step->extra)
		step->extra = machine.end - below;
	return used;
}

int64_t vmcheck_take(uint64_t count, int32_t node)
{
	uint32_t first = step->event_count;
	uint64_t taken;

	for (taken = 0; taken < count; taken++) {
		if (page_alloc(VMCHECK_GFP_KERNEL, node) >= 0)
			continue;
		while (taken-- > 0)
			page_free(step->events[first + taken].id);
		return -1;
	}
	return (int64_t)count;
}

void vmcheck_give_back(const int32_t *pages, uint32_t count)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		page_free(pages[i]);
}
