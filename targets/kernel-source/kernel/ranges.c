// SPDX-License-Identifier: GPL-2.0-only
/*
 * The account of ranges: what insertions, removals and counters of the tree amount to, as events.
 * Descriptors are written without passing through any call: they are looked at whenever one does.
 */
#include "stubs.h"

/*
 * A range as events tell of it. The tree merges the freed ranges that wait for the purge, and frees
 * their vmap_areas; the record outlives them.
 */
struct told_range {
	unsigned long start, end;
	struct vmap_area *va;		/* while it is in a busy tree */
	struct vm_struct *vm;		/* once its insertion was told */
	struct page **pages;		/* as told */
	unsigned int nr_pages;
	struct told_range *next;		/* of the list it is in */
	struct told_range *same_hash;
};

#define MOST_RANGES	65536
#define HASH		1024

static struct told_range records[MOST_RANGES];
static unsigned long nr_records;
static struct told_range *spare;
static struct told_range *hash[HASH];
static struct told_range *fresh_ranges;	/* made in this call: descriptors still change */
static struct told_range *leaving;		/* out of the busy tree, not yet counted as lazy */
static struct told_range *lazy;
static unsigned long lazy_pages_told;

static struct told_range **bucket(unsigned long start)
{
	return &hash[start >> PAGE_SHIFT & (HASH - 1)];
}

static struct told_range *range_of(const struct vmap_area *va)
{
	struct told_range *range = *bucket(va->va_start);

	while (range && range->va != va)
		range = range->same_hash;
	return range;
}

static void unhash(struct told_range *range)
{
	struct told_range **link = bucket(range->start);

	while (*link && *link != range)
		link = &(*link)->same_hash;
	if (*link)
		*link = range->same_hash;
}

static void leave_list(struct told_range **link, struct told_range *range)
{
	for (; *link; link = &(*link)->next)
		if (*link == range) {
			*link = range->next;
			return;
		}
}

static struct told_range *new_range(struct vmap_area *va)
{
	struct told_range *range = spare;

	if (range)
		spare = range->next;
	else if (nr_records < MOST_RANGES)
		range = &records[nr_records++];
	else
		die("more ranges at a time than this host keeps account of");
	*range = (struct told_range){
		.start = va->va_start, .end = va->va_end, .va = va,
		.next = fresh_ranges, .same_hash = *bucket(va->va_start),
	};
	fresh_ranges = *bucket(va->va_start) = range;
	return range;
}

static unsigned long pages_in(const struct told_range *range)
{
	return (range->end - range->start) >> PAGE_SHIFT;
}

static uint32_t shown_flags(const struct vm_struct *vm)
{
	return vm->flags & (VM_IOREMAP | VM_ALLOC | VM_MAP | VM_USERMAP);
}

/* vmcheck_caller: who asks by a function that takes its caller hands over vmcheck_init. */
static enum vmcheck_caller shown_caller(const struct vm_struct *vm)
{
	return !vm->caller ? VMCHECK_CALLER_NONE
		: vm->caller == (void *)vmcheck_init ? VMCHECK_CALLER_DIRECT : VMCHECK_CALLER_SITE;
}

static void tell_insertion(struct told_range *range)
{
	const struct vm_struct *vm = range->va->vm;

	range->vm = range->va->vm;
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_VM_INSERT, .id = object_id(vm), .gfp = shown_flags(vm),
		.address = range->start, .end = range->end, .bytes = vm->size,
	});
	report(VMCHECK_EVENT_VM_CALLER_SET, range->start, 0, shown_caller(vm), 0);
}

static void tell_changes(struct told_range *range)
{
	const struct vm_struct *vm = range->vm;

	if (vm->pages != range->pages) {
		s32 id = object_id(vm->pages);

		range->pages = vm->pages;
		report(VMCHECK_EVENT_VM_PAGES_SET, range->start,
		       id < 0 ? (unsigned long)vm->pages : 0, id, 0);
	}
	if (vm->nr_pages != range->nr_pages) {
		range->nr_pages = vm->nr_pages;
		report(VMCHECK_EVENT_VM_PAGES_COUNTED, range->start, 0, 0, vm->nr_pages);
	}
}

static void look_at_fresh(void)
{
	struct told_range *range;

	for (range = fresh_ranges; range; range = range->next) {
		if (!range->vm && range->va->vm)
			tell_insertion(range);
		if (range->vm && range->va->vm == range->vm)
			tell_changes(range);
	}
}

static void tell_unlink(struct told_range *range)
{
	if (!range->vm)
		return;
	report(VMCHECK_EVENT_VM_UNLINK, range->start, 0, object_id(range->vm), 0);
	range->vm = NULL;
	leave_list(&fresh_ranges, range);
}

static void forget(struct told_range *range)
{
	range->next = spare;
	spare = range;
}

static bool is_in_free_tree(const struct told_range *range)
{
	return is_free(range->start, range->end);
}

/* The freed range is told as lazy when the kernel has counted it as such. */
static void look_at_leaving(void)
{
	while (leaving) {
		struct told_range *range = leaving;

		if (lazy_pages_now() >= (long)(lazy_pages_told + pages_in(range))) {
			leaving = range->next;
			report(VMCHECK_EVENT_AREA_LAZY, range->start, 0, 0, 0);
			lazy_pages_told += pages_in(range);
			range->next = lazy;
			lazy = range;
		} else if (is_in_free_tree(range)) {
			leaving = range->next;
			report(VMCHECK_EVENT_AREA_RELEASE, range->start, range->end, 0, 0);
			forget(range);
		} else {
			return;
		}
	}
}

static unsigned long looked_for;
static bool still_waits;

static void look_for(const struct vmap_area *va)
{
	still_waits |= looked_for >= va->va_start && looked_for < va->va_end;
}

/* Some call has taken it from the free tree again: it is in neither. */
static bool has_gone(const struct told_range *range)
{
	looked_for = range->start;
	still_waits = false;
	each_lazy(look_for);
	return !still_waits;
}

static void tell_released(bool (*is_released)(const struct told_range *range))
{
	struct told_range **link = &lazy;

	while (*link) {
		struct told_range *range = *link;

		if (!is_released(range)) {
			link = &range->next;
			continue;
		}
		*link = range->next;
		lazy_pages_told -= pages_in(range);
		report(VMCHECK_EVENT_AREA_RELEASE, range->start, range->end, 0, 0);
		forget(range);
	}
}

static void look_at_lazy(void)
{
	tell_released(is_in_free_tree);
	if (lazy_pages_now() < (long)lazy_pages_told)
		tell_released(has_gone);
}

/* Tells what has happened since the last call that passed through a stub. */
void settle(void)
{
	if (booting)
		return;
	if (fresh_ranges)
		look_at_fresh();
	if (leaving)
		look_at_leaving();
	if (lazy_pages_now() < (long)lazy_pages_told)
		look_at_lazy();
}

/* What left before a flush must not be told after it. */
void before_flush(void)
{
	settle();
	tell_released(is_in_free_tree);
}

void heard_insertion(struct rb_node *node, struct rb_root *root)
{
	struct vmap_area *va = rb_entry(node, struct vmap_area, rb_node);

	settle();
	if (booting || !is_busy_root(root))
		return;
	new_range(va);
	report(VMCHECK_EVENT_AREA_RESERVE, va->va_start, va->va_end, -1, 0);
	look_at_fresh();
}

void heard_removal(struct rb_node *node, struct rb_root *root)
{
	struct told_range *range;

	settle();
	if (booting || !is_busy_root(root))
		return;
	range = range_of(rb_entry(node, struct vmap_area, rb_node));
	if (!range)
		return;
	tell_unlink(range);
	leave_list(&fresh_ranges, range);
	unhash(range);
	range->va = NULL;
	range->next = leaving;
	leaving = range;
}

/* A free begins by taking the descriptor away, under the address that is flushed next. */
void range_is_unmapped(unsigned long start)
{
	struct told_range *range = *bucket(start);

	for (; range; range = range->same_hash)
		if (range->start == start && range->vm && !range->va->vm)
			tell_unlink(range);
}

void call_is_over(void)
{
	settle();
	fresh_ranges = NULL;
}

static struct vmcheck_vmap_area seen[MOST_RANGES], were[MOST_RANGES];
static unsigned int nr_seen, nr_were;
static struct vmcheck_picture *shown;

/* Whether what once were ranges lie side by side between two addresses and fill that space. */
static bool tiled(unsigned long start, unsigned long end)
{
	unsigned int i;

	for (i = 0; i < nr_were && were[i].start < start; i++)
		;
	for (; i < nr_were && were[i].start == start && start < end; i++)
		start = were[i].end;
	return start == end;
}

static void see(unsigned long start, unsigned long end, uint32_t flags)
{
	if (nr_seen < MOST_RANGES)
		seen[nr_seen++] = (struct vmcheck_vmap_area){
			.start = start, .end = end, .flags = flags,
		};
}

static void see_busy(const struct vmap_area *va)
{
	const struct vm_struct *vm = va->vm;
	s32 array;

	see(va->va_start, va->va_end, vm ? 4 : 0);
	if (!vm)
		return;
	array = object_id(vm->pages);
	vmcheck_show(&shown->vmlist, (struct vmcheck_vm){
		.address = (unsigned long)vm->addr, .size = vm->size, .flags = shown_flags(vm),
		.nr_pages = vm->nr_pages, .caller = shown_caller(vm),
		.nested_at = array < 0 ? (unsigned long)vm->pages : 0, .array_object = array,
	});
}

/*
 * Freed ranges as the tree has them, which is merged, split at the borders that they once had;
 * where these do not fit what the tree has, what the tree has.
 */
static void see_lazy(const struct vmap_area *va)
{
	unsigned int i;

	if (!tiled(va->va_start, va->va_end)) {
		see(va->va_start, va->va_end, 1);
		return;
	}
	for (i = 0; i < nr_were; i++)
		if (were[i].start >= va->va_start && were[i].end <= va->va_end)
			see(were[i].start, were[i].end, 1);
}

void ranges_walk(struct vmcheck_picture *picture)
{
	const struct told_range *range;
	unsigned int i;

	nr_seen = nr_were = 0;
	shown = picture;
	for (range = lazy; range; range = range->next)
		were[nr_were++] = (struct vmcheck_vmap_area){
			.start = range->start, .end = range->end,
		};
	host_sort(were, nr_were, sizeof(*were));
	each_busy(see_busy);
	each_lazy(see_lazy);
	host_sort(seen, nr_seen, sizeof(*seen));
	for (i = 0; i < nr_seen; i++)
		vmcheck_show(&picture->vmap_areas, seen[i]);
}

void ranges_reset(void)
{
	nr_records = 0;
	spare = fresh_ranges = leaving = lazy = NULL;
	lazy_pages_told = 0;
	memset(hash, 0, sizeof(hash));
}
