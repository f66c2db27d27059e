// SPDX-License-Identifier: GPL-2.0-only
/* Slab objects: each has a small number, which is used again. */
#include <stdlib.h>
#include "example.h"

static struct object *live;
static struct object **by_id;
static int *free_ids;
static int nr_free, nr_ids, room;

struct object *host_alloc(unsigned int bytes)
{
	struct object *object = calloc(1, sizeof(*object) + bytes);

	if (!object)
		abort();
	object->id = -1;
	object->next = live;
	object->link = &live;
	if (live)
		live->link = &object->next;
	live = object;
	return object;
}

void host_free(struct object *object)
{
	*object->link = object->next;
	if (object->next)
		object->next->link = object->link;
	free(object);
}

static int take_id(void)
{
	if (nr_free > 0)
		return free_ids[--nr_free];
	if (nr_ids == room) {
		room = 2 * room + 64;
		by_id = realloc(by_id, room * sizeof(*by_id));
		free_ids = realloc(free_ids, room * sizeof(*free_ids));
		if (!by_id || !free_ids)
			abort();
	}
	return nr_ids++;
}

void *slab_alloc(enum vmcheck_slab_kind kind, unsigned int bytes, uint32_t gfp, int node)
{
	struct vmcheck_event event = {
		.kind = VMCHECK_EVENT_SLAB_FAIL, .detail = kind, .node = node, .gfp = gfp,
		.bytes = bytes,
	};
	struct object *object;

	if (vmcheck_fails(step, VMCHECK_SITE_SLAB)) {
		vmcheck_event(step, event);
		return NULL;
	}
	object = host_alloc(bytes);
	object->id = take_id();
	object->kind = kind;
	object->bytes = bytes;
	by_id[object->id] = object;
	event.kind = VMCHECK_EVENT_SLAB_ALLOC;
	event.id = object->id;
	vmcheck_event(step, event);
	return object;
}

void slab_free(void *memory)
{
	struct object *object = memory;

	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_SLAB_FREE, .detail = object->kind, .id = object->id,
		.bytes = object->bytes,
	});
	by_id[object->id] = NULL;
	free_ids[nr_free++] = object->id;
	host_free(object);
}

void slab_reset(void)
{
	while (live)
		host_free(live);
	nr_free = nr_ids = 0;
}

void slab_walk(struct vmcheck_picture *picture)
{
	int id;

	for (id = 0; id < nr_ids; id++) {
		if (!by_id[id])
			continue;
		vmcheck_show(&picture->objects, (struct vmcheck_object){
			.id = id, .kind = by_id[id]->kind, .bytes = by_id[id]->bytes,
			.size_class = by_id[id]->bytes,
		});
	}
}
