// SPDX-License-Identifier: GPL-2.0-only
/* Ranges of address space: first fit, and a purge that ends many freed ones at once. */
#include "example.h"

static struct vmap_area *areas;		/* by address */
static struct vmap_area *rcu_queue;
static struct vmap_area **rcu_tail = &rcu_queue;

/* Bytes at the end of every area that are never mapped. */
u64 guard_size(void)
{
	return page_size();
}

static u64 round_up(u64 addr, u64 align)
{
	return (addr + align - 1) & ~(align - 1);
}

/* Where the first hole begins that is large enough, and which link leads behind it. */
static struct vmap_area **find_hole(u64 size, u64 align, u64 start, u64 end, u64 *addr)
{
	struct vmap_area **link = &areas;
	u64 at = round_up(start, align);

	while (*link && ((*link)->start < at || (*link)->start - at < size)) {
		if ((*link)->end > at)
			at = round_up((*link)->end, align);
		link = &(*link)->next;
	}
	*addr = at;
	return at >= start && at <= end && size <= end - at ? link : NULL;
}

struct vmap_area *alloc_vmap_area(
	u64 size, u64 align, u64 start, u64 end, uint32_t gfp, int node)
{
	struct vmap_area **link;
	struct vmap_area *va;
	u64 addr;

	va = slab_alloc(VMCHECK_SLAB_VA, sizeof(*va), gfp & VMCHECK_GFP_RECLAIM_MASK, node);
	if (!va)
		return NULL;
	link = find_hole(size, align, start, end, &addr);
	if (!link) {
		purge();
		link = find_hole(size, align, start, end, &addr);
	}
	if (!link) {
		if (machine.prints_rate_limited)
			report(VMCHECK_EVENT_NO_VA_SPACE, 0, 0, 0, size);
		slab_free(va);
		return NULL;
	}
	va->start = addr;
	va->end = addr + size;
	va->next = *link;
	*link = va;
	report(VMCHECK_EVENT_AREA_RESERVE, va->start, va->end, va->object.id, 0);
	return va;
}

struct vmap_area *first_vmap_area(void)
{
	return areas;
}

struct vmap_area *find_vmap_area(u64 addr)
{
	struct vmap_area *va = areas;

	while (va && va->start < addr)
		va = va->next;
	return va && va->start == addr ? va : NULL;
}

/* Its entries go now; the range stays taken until every TLB was flushed. */
void free_vmap_area(struct vmap_area *va)
{
	report(VMCHECK_EVENT_CACHE_FLUSH_UNMAP, va->start, va->end, 0, 0);
	unmap_pages(va->start, va->end);
	va->lazy = 1;
	report(VMCHECK_EVENT_AREA_LAZY, va->start, va->end, va->object.id, 0);
	step->counters.lazy_pages += (va->end - va->start) >> machine.page_shift;
	if (step->counters.lazy_pages > machine.lazy_max)
		purge();
}

void purge(void)
{
	struct vmap_area **link = &areas;
	u64 start = UINT64_MAX, end = 0;
	struct vmap_area *va;

	for (va = areas; va; va = va->next) {
		if (va->lazy && va->start < start)
			start = va->start;
		if (va->lazy)
			end = va->end;
	}
	if (end == 0)
		return;
	flush_tlb(start, end);
	while ((va = *link) != NULL) {
		if (!va->lazy) {
			link = &va->next;
			continue;
		}
		*link = va->next;
		report(VMCHECK_EVENT_AREA_RELEASE, va->start, va->end, va->object.id, 0);
		va->next = NULL;
		*rcu_tail = va;
		rcu_tail = &va->next;
		step->counters.rcu_pending++;
	}
	step->counters.lazy_pages = 0;
	if (!machine.rcu_manual)
		run_rcu_callbacks();
}

void run_rcu_callbacks(void)
{
	while (rcu_queue) {
		struct vmap_area *va = rcu_queue;

		rcu_queue = va->next;
		slab_free(va);
	}
	rcu_tail = &rcu_queue;
	step->counters.rcu_pending = 0;
}

void vmcheck_vm_unmap_aliases(void)
{
	purge();
}

void vmcheck_grace(void)
{
	run_rcu_callbacks();
}

/* The objects themselves go with the slab. */
void areas_reset(void)
{
	areas = rcu_queue = NULL;
	rcu_tail = &rcu_queue;
}

void areas_walk(struct vmcheck_picture *picture)
{
	const struct vmap_area *va;

	for (va = areas; va; va = va->next) {
		vmcheck_show(&picture->vmap_areas, (struct vmcheck_vmap_area){
			.start = va->start, .end = va->end, .flags = va->lazy ? 1 : 4,
		});
	}
}
