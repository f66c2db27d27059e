// SPDX-License-Identifier: GPL-2.0-only
/*
 * TLBs. A CPU loads an entry at first touch and forgets it only when it is flushed, so that a flush
 * that is missing shows as stale data. The kernel itself runs on CPU 0: what it touches through its
 * own addresses gets a window there, made in the page fault and closed by the flush.
 */
#include "stubs.h"

#define ENTRIES 4096

static struct entry {
	unsigned long address;
	u64 translation;
	int cpu;
	bool window;
} entries[ENTRIES];
static unsigned int nr_entries;

static struct entry *find(int cpu, unsigned long address)
{
	unsigned int i;

	for (i = 0; i < nr_entries; i++)
		if (entries[i].cpu == cpu && entries[i].address == address)
			return &entries[i];
	return NULL;
}

static void drop(struct entry *entry)
{
	if (entry->window)
		host_close_window(entry->address);
	*entry = entries[--nr_entries];
}

static struct entry *load(int cpu, unsigned long address)
{
	struct entry *entry = find(cpu, address);
	u64 translation;
	s32 frame;

	if (entry)
		return entry;
	translation = translate(address);
	if (!(translation & _PAGE_PRESENT))
		return NULL;
	if (nr_entries == ENTRIES) {
		vmcheck_event(step, (struct vmcheck_event){
			.kind = VMCHECK_EVENT_TLB_EVICT, .node = entries[0].cpu,
			.address = entries[0].address,
		});
		drop(&entries[0]);
	}
	entry = &entries[nr_entries++];
	*entry = (struct entry){ .address = address, .translation = translation, .cpu = cpu };
	frame = frame_of_pfn((translation & PTE_PFN_MASK) >> PAGE_SHIFT);
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_TLB_FILL, .node = cpu, .id = frame, .address = address,
		.bytes = translation & ~PTE_PFN_MASK,
	});
	return entry;
}

u64 tlb_translate(int cpu, unsigned long address)
{
	struct entry *entry = load(cpu, address & PAGE_MASK);

	return entry ? entry->translation : 0;
}

void flush_tlb_kernel_range(unsigned long start, unsigned long end)
{
	unsigned int i;

	before_flush();
	report(VMCHECK_EVENT_TLB_FLUSH, start, end, -1, 0);
	for (i = nr_entries; i-- > 0; )
		if (entries[i].address >= start && entries[i].address < end)
			drop(&entries[i]);
}

int host_fault_hook(unsigned long address)
{
	struct entry *entry;

	entry = address >= machine.start && address < machine.end
		? load(0, address & PAGE_MASK) : NULL;
	if (!entry || entry->window)
		die("a wild pointer");
	entry->window = true;
	note_kernel_write((entry->translation & PTE_PFN_MASK) >> PAGE_SHIFT);
	if (host_open_window(entry->address, entry->translation & PTE_PFN_MASK,
			     !!(entry->translation & _PAGE_RW)))
		die("no window on a page: the process has used up its mappings");
	return 1;
}

void tlb_reset(void)
{
	while (nr_entries)
		drop(&entries[nr_entries - 1]);
}

/* When the library is unloaded, no window may stay open. */
__attribute__((destructor)) static void close_windows(void)
{
	tlb_reset();
}

void tlb_walk(struct vmcheck_picture *picture)
{
	unsigned int i;

	for (i = 0; i < nr_entries; i++)
		vmcheck_show(&picture->tlb, (struct vmcheck_tlb_entry){
			.cpu = entries[i].cpu, .address = entries[i].address,
			.frame = frame_of_pfn((entries[i].translation & PTE_PFN_MASK) >> PAGE_SHIFT),
		});
}
