// SPDX-License-Identifier: GPL-2.0-only
/* Page frames. A page is only ever filled whole here, so one byte tells what it holds. */
#include <stdlib.h>
#include <string.h>
#include "example.h"

#define IN_USE (-2)
#define LAST (-1)

static int *next_free;			/* of a free frame: the next one of its node */
static int *first_free;			/* of a node */
static uint8_t *holds;

int pages_init(void)
{
	free(next_free);
	free(first_free);
	free(holds);
	next_free = malloc(machine.frames * sizeof(*next_free));
	first_free = malloc(machine.nodes * sizeof(*first_free));
	holds = malloc(machine.frames);
	return next_free && first_free && holds ? 0 : -1;
}

static int node_of(int frame)
{
	return (int)((int64_t)frame * machine.nodes / machine.frames);
}

void pages_reset(void)
{
	int frame, node;

	for (node = 0; node < machine.nodes; node++)
		first_free[node] = LAST;
	for (frame = machine.frames - 1; frame >= 0; frame--) {
		next_free[frame] = first_free[node_of(frame)];
		first_free[node_of(frame)] = frame;
	}
	memset(holds, 0, machine.frames);
}

/* The node asked for while it has any, else whichever has. */
int page_alloc(uint32_t gfp, int node)
{
	struct vmcheck_event event = {
		.kind = VMCHECK_EVENT_PAGE_FAIL, .node = node, .gfp = gfp,
	};
	int from = node < 0 ? 0 : node;
	int others, frame;

	for (others = 0; others < machine.nodes && first_free[from] == LAST; others++)
		from = others;
	if (vmcheck_fails(step, VMCHECK_SITE_PAGE) || first_free[from] == LAST) {
		vmcheck_event(step, event);
		return -1;
	}
	frame = first_free[from];
	first_free[from] = next_free[frame];
	next_free[frame] = IN_USE;
	step->counters.pages_in_use++;
	event.kind = VMCHECK_EVENT_PAGE_ALLOC;
	event.id = frame;
	vmcheck_event(step, event);
	if (gfp & VMCHECK_GFP_ZERO)
		holds[frame] = 0;
	return frame;
}

void page_free(int frame)
{
	if (frame < 0 || frame >= machine.frames || next_free[frame] != IN_USE) {
		step->bug = "__free_page";
		return;
	}
	next_free[frame] = first_free[node_of(frame)];
	first_free[node_of(frame)] = frame;
	step->counters.pages_in_use--;
	report(VMCHECK_EVENT_PAGE_FREE, 0, 0, frame, 0);
}

void page_fill(int frame, uint8_t byte)
{
	holds[frame] = byte;
	report(VMCHECK_EVENT_FRAME_WRITTEN, 0, 0, frame, byte);
}

uint8_t page_byte(int frame)
{
	return holds[frame];
}

void pages_walk(struct vmcheck_picture *picture)
{
	int frame;

	for (frame = 0; frame < machine.frames; frame++) {
		if (next_free[frame] == IN_USE)
			vmcheck_show(&picture->frames, frame);
	}
}
