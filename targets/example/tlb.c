// SPDX-License-Identifier: GPL-2.0-only
/* What every CPU remembers of the page tables: a few slots, each for one page. */
#include <string.h>
#include "example.h"

#define CPUS 32
#define SLOTS 8

static struct slot {
	u64 page;
	u64 entry;			/* 0: the slot is empty */
} tlb[CPUS][SLOTS];

static void tell(enum vmcheck_event_kind kind, int cpu, const struct slot *slot)
{
	vmcheck_event(step, (struct vmcheck_event){
		.kind = kind, .id = entry_frame(slot->entry), .node = cpu, .address = slot->page,
		.bytes = entry_prot(slot->entry),
	});
}

/* The entry of an address, as this CPU sees it; 0: page fault. */
u64 tlb_translate(int cpu, u64 addr)
{
	struct slot *slot = &tlb[cpu][(addr >> machine.page_shift) % SLOTS];
	struct slot fresh = { .page = addr & ~(page_size() - 1), .entry = translate(addr) };

	if (slot->entry && slot->page == fresh.page)
		return slot->entry;
	if (!fresh.entry)
		return 0;
	if (slot->entry)
		tell(VMCHECK_EVENT_TLB_EVICT, cpu, slot);
	*slot = fresh;
	tell(VMCHECK_EVENT_TLB_FILL, cpu, slot);
	return slot->entry;
}

void flush_tlb(u64 start, u64 end)
{
	int cpu, i;

	for (cpu = 0; cpu < machine.online; cpu++) {
		for (i = 0; i < SLOTS; i++) {
			if (tlb[cpu][i].page >= start && tlb[cpu][i].page < end)
				tlb[cpu][i].entry = 0;
		}
	}
	report(VMCHECK_EVENT_TLB_FLUSH, start, end, (int)((1ULL << machine.online) - 1), 0);
}

void tlb_reset(void)
{
	memset(tlb, 0, sizeof(*tlb) * machine.cpus);
}

void tlb_walk(struct vmcheck_picture *picture)
{
	int cpu, i;

	for (cpu = 0; cpu < machine.online; cpu++) {
		for (i = 0; i < SLOTS; i++) {
			const struct slot *slot = &tlb[cpu][i];

			if (slot->entry)
				vmcheck_show(&picture->tlb, (struct vmcheck_tlb_entry){
					.cpu = cpu, .address = slot->page,
					.frame = entry_frame(slot->entry),
				});
		}
	}
}

int32_t vmcheck_read(uint64_t addr)
{
	u64 entry = tlb_translate(step->cpu, addr);

	return entry ? page_byte(entry_frame(entry)) : -1;
}

int32_t vmcheck_write(uint64_t addr, uint8_t value)
{
	u64 entry = tlb_translate(step->cpu, addr);

	if (!(entry & VMCHECK_PAGE_RW))
		return -1;
	page_fill(entry_frame(entry), value);
	return 0;
}
