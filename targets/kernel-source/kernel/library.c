// SPDX-License-Identifier: GPL-2.0-only
/* What the host asks of the library before and between calls. */
#include "stubs.h"

uint32_t vmcheck_abi(void)
{
	return VMCHECK_ABI;
}

#define TEXT(number) #number
#define VERSION(major, minor, patch) TEXT(major) "." TEXT(minor) "." TEXT(patch)
#define THIS_VERSION \
	VERSION(LINUX_VERSION_MAJOR, LINUX_VERSION_PATCHLEVEL, LINUX_VERSION_SUBLEVEL)

const char *vmcheck_name(void)
{
	return "linux " THIS_VERSION;
}

/* A kernel for one CPU has no spinlocks to see; kmemleak is not in it. */
uint32_t vmcheck_observes(void)
{
	return VMCHECK_OBSERVES_EVENTS | VMCHECK_OBSERVES_TLB | VMCHECK_OBSERVES_CONTENTS |
	       VMCHECK_OBSERVES_OBJECTS | VMCHECK_OBSERVES_COUNTERS | VMCHECK_OBSERVES_GFP |
	       VMCHECK_OBSERVES_TEXT | VMCHECK_OBSERVES_READINGS;
}

/* What changed with a version; facts of the versions that were looked at, 6.1 and 6.12. */
static uint32_t facts_of_version(void)
{
	uint32_t facts = SINCE(6, 4) ? VMCHECK_FACT_VREAD_READS_HOLES : VMCHECK_FACT_VREAD_NEEDS_AN_AREA;

	if (SINCE(6, 3))
		facts |= VMCHECK_FACT_REMOVE_WANTS_PAGES;
	if (SINCE(6, 6))
		facts |= VMCHECK_FACT_DIRTY_NEEDS_WRITE;
	return facts;
}

void vmcheck_profile(struct vmcheck_profile *profile)
{
	*profile = (struct vmcheck_profile){
		.name = THIS_VERSION,
		.reach = VMCHECK_REACH_LINUX,
		.era = SINCE(6, 9) ? VMCHECK_ERA_V612 : VMCHECK_ERA_V61,
		.facts = VMCHECK_FACT_FLUSHES_LAZILY | VMCHECK_FACT_HAS_GUARD_PAGE | VMCHECK_FACT_MIXES_KINDS |
			 VMCHECK_FACT_WARNS_OF_SIZE_ZERO | VMCHECK_FACT_VMAP_IS_NOT_EXECUTABLE |
			 VMCHECK_FACT_FINDS_BY_ANY_ADDRESS | VMCHECK_FACT_ONLY_WAITS |
			 VMCHECK_FACT_HONOURS_NOFAIL | VMCHECK_FACT_LEAVES_NO_GAP |
			 VMCHECK_FACT_PAGES_DO_NOT_WARN | VMCHECK_FACT_DEFERS_FREES | facts_of_version(),
		.kmemleak_min_count = 2,
		.known = VMCHECK_KNOWN_WARNS_WITHOUT_MEMORY |
			 VMCHECK_KNOWN_NOFAIL_MAPS_OVER_ITSELF |
			 (SINCE(6, 3) ? VMCHECK_KNOWN_UNLINKS_BEFORE_IT_LOOKS : 0),
	};
}

/* The addresses of a process end here, but for the page that the process itself must not touch. */
#define LAST_ADDRESS 0x7fffff000000UL

static const char *unfit(const struct vmcheck_machine *wanted)
{
	return wanted->page_shift != PAGE_SHIFT ? "pages have 4096 bytes"
		: wanted->level_bits[0] != 9 || wanted->level_bits[1] != 9 ||
		  wanted->level_bits[2] != 9 || wanted->level_bits[3] != 9
			? "tables have 512 entries"
		: wanted->long_bits != 64 || wanted->int_bits != 32 || wanted->entry_bits != 64
			? "this kernel is built for x86-64"
		: wanted->nodes != 1 ? "this kernel is built for one node"
		: wanted->debug_pagealloc ? "this kernel is built without DEBUG_PAGEALLOC"
		: wanted->end > LAST_ADDRESS ? "the range must lie below 0x7fffff000000"
		: wanted->start < 0x300000000000UL ? "the range must lie above 0x300000000000"
		: NULL;
}

int vmcheck_init(const struct vmcheck_machine *wanted, struct vmcheck_step *shared)
{
	const char *why = unfit(wanted);

	step = shared;
	if (why) {
		vmcheck_log(step, "%s\n", why);
		return -1;
	}
	if (frame_count)
		vmcheck_reset();
	machine = *wanted;
	if (tree_init())
		return -1;
	if (pages_init()) {
		vmcheck_log(step, "no memory for %d page frames\n", machine.frames);
		return -1;
	}
	vmcheck_reset();
	return 0;
}

void vmcheck_reset(void)
{
	tlb_reset();
	ranges_reset();
	slab_reset();
	deferred_reset();
	locks_reset();
	task_reset();
	messages_reset();
	api_reset();
	pages_reset();
	tables_reset();
	tree_reset();
	step->event_count = step->events_lost = 0;
	step->counters = (struct vmcheck_counters){ 0 };
}

void vmcheck_walk(struct vmcheck_picture *picture)
{
	ranges_walk(picture);
	tables_walk(picture);
	tlb_walk(picture);
	slab_walk(picture);
	pages_walk(picture);
}
