// SPDX-License-Identifier: GPL-2.0-only
/* What the host asks of a library before and between calls. */
#include "example.h"

struct vmcheck_machine machine;
struct vmcheck_step *step;

uint32_t vmcheck_abi(void)
{
	return VMCHECK_ABI;
}

const char *vmcheck_name(void)
{
	return "example";
}

uint32_t vmcheck_observes(void)
{
	return VMCHECK_OBSERVES_EVENTS | VMCHECK_OBSERVES_TLB | VMCHECK_OBSERVES_CONTENTS |
	       VMCHECK_OBSERVES_OBJECTS | VMCHECK_OBSERVES_COUNTERS | VMCHECK_OBSERVES_GFP;
}

/* Entries are cleared when a range is freed, TLBs flushed when many have been: as 2.6.37. */
void vmcheck_profile(struct vmcheck_profile *profile)
{
	*profile = (struct vmcheck_profile){
		.name = "example, as 2.6.37",
		.reach = VMCHECK_REACH_LINUX2632,
		.era = VMCHECK_ERA_V2637,
		.facts = VMCHECK_FACT_FLUSHES_LAZILY | VMCHECK_FACT_HAS_GUARD_PAGE,
		.kmemleak_min_count = 3,
	};
}

int vmcheck_init(const struct vmcheck_machine *wanted, struct vmcheck_step *shared)
{
	step = shared;
	if (wanted->long_bits != 64 || wanted->int_bits != 32 || wanted->entry_bits != 64 ||
	    !wanted->level_bits[1] || !wanted->level_bits[2]) {
		vmcheck_log(step, "the machine has 64 bits and page tables of four levels\n");
		return -1;
	}
	machine = *wanted;
	areas_reset();
	if (pages_init() < 0) {
		vmcheck_log(step, "no memory for %d page frames\n", machine.frames);
		return -1;
	}
	vmcheck_reset();
	return 0;
}

void vmcheck_reset(void)
{
	areas_reset();
	slab_reset();
	tables_reset();
	tlb_reset();
	pages_reset();
	step->counters = (struct vmcheck_counters){ 0 };
}

void vmcheck_walk(struct vmcheck_picture *picture)
{
	vm_walk(picture);
	areas_walk(picture);
	tables_walk(picture);
	tlb_walk(picture);
	slab_walk(picture);
	pages_walk(picture);
}

uint64_t vmcheck_content(int32_t frame)
{
	return page_byte(frame);
}

void report(enum vmcheck_event_kind kind, u64 address, u64 end, int id, u64 bytes)
{
	vmcheck_event(step, (struct vmcheck_event){
		.kind = kind, .id = id, .address = address, .end = end, .bytes = bytes,
	});
}

void warn(enum vmcheck_splat splat, u64 address)
{
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_WARN, .detail = splat, .address = address,
	});
}
