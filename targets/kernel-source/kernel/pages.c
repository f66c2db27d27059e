// SPDX-License-Identifier: GPL-2.0-only
/*
 * The page allocator: frames, last freed first. Faithful in what is promised of it (gfp, order,
 * reference counts, partial bulk results); there is no reclaim, no zone and no watermark.
 */
#include "stubs.h"

unsigned long frame_count;

/* What a frame holds: zeros since the reset; or not; or what a stale window may still write. */
enum { CLEAN, WRITTEN, OPEN };

static u8 *in_use;
static u8 *kernel_wrote;
static u8 *written;		/* CLEAN to OPEN */
static u32 *freed;		/* stack of freed frames */
static unsigned long nr_freed;
static unsigned long fresh;	/* frames from here on were never taken, */
static unsigned long runs;	/* up to here: higher orders are taken from the top */

s32 frame_of_pfn(unsigned long pfn)
{
	return pfn >= FIRST_FRAME && pfn - FIRST_FRAME < frame_count ? pfn - FIRST_FRAME : -1;
}

s32 frame_of_entry(u64 entry)
{
	return frame_of_pfn((entry & PTE_PFN_MASK) >> PAGE_SHIFT);
}

s32 frame_of(const struct page *page)
{
	return page ? frame_of_pfn(page_to_pfn(page)) : -1;
}

int pages_init(void)
{
	frame_count = machine.frames;
	in_use = host_alloc(frame_count);
	kernel_wrote = host_alloc(frame_count);
	written = host_alloc(frame_count);
	freed = host_alloc(frame_count * sizeof(*freed));
	if (!in_use || !kernel_wrote || !written || !freed)
		return -1;
	memset(in_use, 0, frame_count);
	memset(kernel_wrote, 0, frame_count);
	memset(written, 0, frame_count);
	fresh = 0;
	runs = frame_count;
	return 0;
}

static void zero(unsigned long frame)
{
	if (written[frame] != CLEAN)
		memset(pfn_to_kaddr(FIRST_FRAME + frame), 0, PAGE_SIZE);
	if (written[frame] == WRITTEN)
		written[frame] = CLEAN;
}

static void clear_frames(unsigned long from, unsigned long to)
{
	unsigned long frame;

	for (frame = from; frame < to; frame++)
		zero(frame);
	memset(written + from, CLEAN, to - from);
	memset(in_use + from, 0, to - from);
	memset(kernel_wrote + from, 0, to - from);
	memset(pfn_to_page(FIRST_FRAME + from), 0, (to - from) * sizeof(struct page));
}

void pages_reset(void)
{
	clear_frames(0, fresh);
	clear_frames(runs, frame_count);
	nr_freed = 0;
	fresh = 0;
	runs = frame_count;
}

/* Aligned as the buddy allocator has it, from the top; what lies between is free as before. */
static long take_run(unsigned int order)
{
	unsigned long size = 1UL << order, end = runs;
	unsigned long start;

	if (runs < size)
		return -1;
	start = ((FIRST_FRAME + runs - size) & ~(size - 1)) - FIRST_FRAME;
	if (start < fresh || start > runs)
		return -1;
	runs = start;
	while (end-- > start + size)
		freed[nr_freed++] = end;
	return start;
}

static long take_frame(void)
{
	if (nr_freed)
		return freed[--nr_freed];
	return fresh < runs ? (long)fresh++ : -1;
}

static struct page *take(gfp_t gfp, unsigned int order, int node)
{
	struct vmcheck_event event = {
		.kind = VMCHECK_EVENT_PAGE_FAIL, .gfp = shown_gfp(gfp), .node = shown_node(node),
	};
	long frame = -1;
	unsigned long i;

	settle();
	if ((gfp & __GFP_NOFAIL) || !fails(VMCHECK_SITE_PAGE))
		frame = order ? take_run(order) : take_frame();
	if (frame < 0) {
		vmcheck_event(step, event);
		return NULL;
	}
	event.kind = VMCHECK_EVENT_PAGE_ALLOC;
	for (i = 0; i < 1UL << order; i++) {
		in_use[frame + i] = 1;
		set_page_count(pfn_to_page(FIRST_FRAME + frame + i), i ? 0 : 1);
		step->counters.pages_in_use++;
		event.id = frame + i;
		event.detail = i > 0;
		vmcheck_event(step, event);
		if (gfp & __GFP_ZERO)
			zero(frame + i);
	}
	return pfn_to_page(FIRST_FRAME + frame);
}

struct page *take_page(gfp_t gfp, int node)
{
	return take(gfp, 0, node);
}

struct page *ALLOCATOR(__alloc_pages)(gfp_t gfp, unsigned int order, int node, nodemask_t *mask)
{
	return take(gfp, order, node);
}

#if SINCE(6, 10)
#define bulk_allocator alloc_pages_bulk_noprof
#else
#define bulk_allocator __alloc_pages_bulk
#endif

/* Stops at the first page there is none for, and returns how many there are. */
unsigned long bulk_allocator(gfp_t gfp, int node, nodemask_t *mask, int wanted,
			     struct list_head *list, struct page **array)
{
	int have = 0;

	while (have < wanted && array[have])
		have++;
	for (; have < wanted; have++) {
		array[have] = take(gfp, 0, node);
		if (!array[have])
			break;
	}
	return have;
}

/* Through its own address the kernel may have written anything: what is there, is told. */
void note_kernel_write(unsigned long pfn)
{
	s32 frame = frame_of_pfn(pfn);

	if (frame < 0)
		return;
	kernel_wrote[frame] = 1;
	written[frame] = OPEN;
}

void fill_frame(s32 frame, u8 value)
{
	memset(pfn_to_kaddr(FIRST_FRAME + frame), value, PAGE_SIZE);
	written[frame] = max_t(u8, written[frame], WRITTEN);
	report(VMCHECK_EVENT_FRAME_WRITTEN, 0, 0, frame, value);
}

static void put(s32 frame, struct page *page)
{
	settle();
	if (kernel_wrote[frame] && in_use[frame])
		report(VMCHECK_EVENT_FRAME_WRITTEN, 0, 0, frame, vmcheck_content(frame));
	report(VMCHECK_EVENT_PAGE_FREE, 0, 0, frame, 0);
	if (!in_use[frame])
		return;		/* the event told; a frame must not be handed out twice */
	in_use[frame] = 0;
	kernel_wrote[frame] = 0;
	memset(page, 0, sizeof(*page));
	step->counters.pages_in_use--;
	freed[nr_freed++] = frame;
}

void __free_pages(struct page *page, unsigned int order)
{
	unsigned long i;

	for (i = 0; i < 1UL << order; i++) {
		s32 frame = frame_of(page + i);

		if (frame < 0)
			die("__free_pages: not a page of the allocator");
		if (in_use[frame] && page_count(page + i) != (i ? 0 : 1))
			die("__free_pages: still referenced");
		put(frame, page + i);
	}
}

void split_page(struct page *page, unsigned int order)
{
	unsigned long i;

	for (i = 1; i < 1UL << order; i++)
		set_page_count(page + i, 1);
}

/* One byte throughout is that byte; else a digest above 255. */
uint64_t vmcheck_content(int32_t frame)
{
	const u64 *word = pfn_to_kaddr(FIRST_FRAME + frame);
	u64 first = word[0], digest = 0xcbf29ce484222325ULL;
	unsigned long i;

	if (first == (first & 0xff) * 0x0101010101010101ULL &&
	    !memcmp(word, word + 1, PAGE_SIZE - sizeof(*word)))
		return first & 0xff;
	for (i = 0; i < PAGE_SIZE / 8; i++)
		digest = (digest ^ word[i]) * 0x100000001b3ULL;
	return digest | 0x100;
}

void pages_walk(struct vmcheck_picture *picture)
{
	unsigned long frame;

	for (frame = 0; frame < frame_count; frame++)
		if (in_use[frame])
			vmcheck_show(&picture->frames, (int32_t)frame);
}
