// SPDX-License-Identifier: GPL-2.0-only
/*
 * The slab allocator: every object by itself, poisoned before and after, with a red zone; both are
 * looked at when a call is over, and when an object is used again. Faithful in what is promised of
 * it; freed memory is handed out again as late as possible.
 */
#include "stubs.h"

#define LIVE		0x76c0ffeeU
#define DEAD		0x76dead00U
#define RED_ZONE	0xbbbbbbbbbbbbbbbbULL
#define FRESH		0x5a
#define FREED		0x6b
#define CHUNK		(1UL << 20)
#define QUARANTINE	256
#define LARGEST		(1UL << 19)	/* bytes; no object is as large */
#define CLASSES		20
#define MOST_CACHES	8

struct object {
	u32 state;
	s32 id;				/* -1: made at boot, which is not told */
	u32 bytes;
	u8 kind;
	u8 class;
	bool is_vmap_area;
	bool reached;			/* by the walk that is being made */
	struct object *next, **link;	/* of all that live; of a class, once freed */
};

struct kmem_cache {
	u32 bytes;
	bool is_of_vmap_areas;
	void (*ctor)(void *object);
};

/* Objects taken or freed in this call: looked at when it is over. */
#define MOST_TOUCHED 256
static struct object *touched[MOST_TOUCHED];
static unsigned int nr_touched;

struct chunk {
	struct chunk *next;
	char memory[];
};

static struct object *live;
static struct { struct object *first, **last; unsigned int count; } gone[CLASSES];
static struct chunk *chunks, *current_chunk;
static unsigned long used;
static struct kmem_cache caches[MOST_CACHES];
static int nr_caches;
static s32 *free_ids, nr_free_ids, nr_ids, room;
static enum vmcheck_slab_kind next_kind = VMCHECK_SLAB_OTHER;

void next_object_is(enum vmcheck_slab_kind kind)
{
	next_kind = kind;
}

static struct object *header(const void *memory)
{
	return (struct object *)memory - 1;
}

/* Anything may be asked about, a page of the kernel among it. */
static bool is_object(const void *memory)
{
	struct chunk *chunk;

	for (chunk = current_chunk ? chunks : NULL; chunk; chunk = chunk->next) {
		const char *at = memory;

		unsigned long end = chunk == current_chunk ? used : CHUNK;

		if (at >= chunk->memory + sizeof(struct object) && at < chunk->memory + end)
			return header(memory)->state == LIVE || header(memory)->state == DEAD;
		if (chunk == current_chunk)
			break;
	}
	return false;
}

static void touch(struct object *object)
{
	if (nr_touched < MOST_TOUCHED)
		touched[nr_touched++] = object;
}

static bool is_poison(const u8 *memory, u32 bytes)
{
	while (bytes && *memory == FREED)
		memory++, bytes--;
	return !bytes;
}

static bool has_red_zone(const struct object *object)
{
	return !memcmp((char *)(object + 1) + object->bytes, &(u64){ RED_ZONE }, sizeof(u64));
}

/* Kernel code must leave alone what it freed, and what lies behind what it took. */
void slab_check(void)
{
	unsigned int i;

	for (i = 0; i < nr_touched; i++) {
		const struct object *object = touched[i];

		if (object->state == DEAD && !is_poison((const u8 *)(object + 1), object->bytes)) {
			nr_touched = 0;
			die("slab: written after it was freed");
		}
		if (object->state == LIVE && !has_red_zone(object)) {
			nr_touched = 0;
			die("slab: written behind the end of an object");
		}
	}
	nr_touched = 0;
}

s32 object_id(const void *memory)
{
	return memory && is_object(memory) ? header(memory)->id : -1;
}

static s32 take_id(void)
{
	if (nr_free_ids)
		return free_ids[--nr_free_ids];
	if (nr_ids == room) {
		room = 2 * room + 64;
		free_ids = host_resize(free_ids, room * sizeof(*free_ids));
		if (!free_ids)
			die("slab: the process has no memory");
	}
	return nr_ids++;
}

static struct object *carve(unsigned int class)
{
	unsigned long bytes = sizeof(struct object) + (1UL << class);
	struct object *object;

	if (gone[class].count > QUARANTINE) {
		object = gone[class].first;
		gone[class].first = object->next;
		gone[class].count--;
		if (!is_poison((const u8 *)(object + 1), object->bytes))
			die("slab: written after it was freed");
		return object;
	}
	if (!current_chunk || used + bytes > CHUNK) {
		struct chunk *next = current_chunk ? current_chunk->next : chunks;

		if (!next) {
			next = host_alloc(sizeof(*next) + CHUNK);
			if (!next)
				die("slab: the process has no memory");
			next->next = NULL;
			*(current_chunk ? &current_chunk->next : &chunks) = next;
		}
		current_chunk = next;
		used = 0;
	}
	object = (struct object *)(current_chunk->memory + used);
	used += bytes;
	return object;
}

static void *take(unsigned long bytes, gfp_t gfp, int node)
{
	struct vmcheck_event event = {
		.kind = VMCHECK_EVENT_SLAB_FAIL, .detail = next_kind, .gfp = shown_gfp(gfp),
		.node = shown_node(node), .bytes = bytes,
	};
	unsigned int class = bytes < LARGEST ? max(6, fls64(bytes + sizeof(u64) - 1)) : CLASSES;
	struct object *object;

	settle();
	next_kind = VMCHECK_SLAB_OTHER;
	if (class == CLASSES || (!(gfp & __GFP_NOFAIL) && fails(VMCHECK_SITE_SLAB))) {
		vmcheck_event(step, event);
		return NULL;
	}
	object = carve(class);
	object->state = LIVE;
	object->id = booting ? -1 : take_id();
	object->bytes = bytes;
	object->kind = event.detail;
	object->class = class;
	object->is_vmap_area = false;
	object->next = live;
	object->link = &live;
	if (live)
		live->link = &object->next;
	live = object;
	memset(object + 1, gfp & __GFP_ZERO ? 0 : FRESH, bytes);
	memcpy((char *)(object + 1) + bytes, &(u64){ RED_ZONE }, sizeof(u64));
	touch(object);
	event.kind = VMCHECK_EVENT_SLAB_ALLOC;
	event.id = object->id;
	if (event.id >= 0)
		vmcheck_event(step, event);
	return object + 1;
}

/* An object freed twice is told as such: no object of this number lives. */
static void give_back(const void *memory)
{
	struct object *object = header(memory);

	settle();
	if (!is_object(memory))
		die("kfree: not an object");
	if (object->id >= 0)
		vmcheck_event(step, (struct vmcheck_event){
			.kind = VMCHECK_EVENT_SLAB_FREE, .detail = object->kind,
			.id = object->id, .bytes = object->bytes,
		});
	if (object->state == DEAD)
		return;
	if (!has_red_zone(object))
		die("kfree: written behind the end of the object");
	object->state = DEAD;
	*object->link = object->next;
	if (object->next)
		object->next->link = object->link;
	memset(object + 1, FREED, object->bytes);
	touch(object);
	if (object->id >= 0)
		free_ids[nr_free_ids++] = object->id;
	object->next = NULL;
	*(gone[object->class].count ? gone[object->class].last : &gone[object->class].first) = object;
	gone[object->class].last = &object->next;
	gone[object->class].count++;
}

void kfree(const void *memory)
{
	if (!ZERO_OR_NULL_PTR(memory))
		give_back(memory);
}

void kvfree(const void *memory)
{
	if (is_vmalloc_addr(memory))
		vfree(memory);
	else
		kfree(memory);
}

static struct kmem_cache *make_cache(const char *name, u32 bytes, void (*ctor)(void *object))
{
	struct kmem_cache *cache = &caches[nr_caches++];

	if (nr_caches > MOST_CACHES)
		__builtin_trap();	/* at boot: this tree is not supported */
	cache->bytes = bytes;
	cache->is_of_vmap_areas = !strcmp(name, "vmap_area");
	cache->ctor = ctor;
	return cache;
}

static void *take_cached(struct kmem_cache *cache, gfp_t gfp, int node)
{
	void *object = take(cache->bytes, gfp, node);

	if (object)
		header(object)->is_vmap_area = cache->is_of_vmap_areas;
	if (object && cache->ctor)
		cache->ctor(object);
	return object;
}

struct kmem_cache *kmalloc_caches[NR_KMALLOC_TYPES][KMALLOC_SHIFT_HIGH + 1];

#if SINCE(6, 10)
struct kmem_cache *__kmem_cache_create_args(const char *name, unsigned int bytes,
					    struct kmem_cache_args *args, slab_flags_t flags)
{
	return make_cache(name, bytes, args->ctor);
}

void *__kmalloc_node_noprof(DECL_BUCKET_PARAMS(bytes, bucket), gfp_t gfp, int node)
{
	return take(bytes, gfp, node);
}

void *__kmalloc_noprof(size_t bytes, gfp_t gfp)
{
	return take(bytes, gfp, NUMA_NO_NODE);
}

void *__kmalloc_cache_node_noprof(struct kmem_cache *cache, gfp_t gfp, int node, size_t bytes)
{
	return take(bytes, gfp, node);
}

void *__kmalloc_cache_noprof(struct kmem_cache *cache, gfp_t gfp, size_t bytes)
{
	return take(bytes, gfp, NUMA_NO_NODE);
}
#else
struct kmem_cache *kmem_cache_create(const char *name, unsigned int bytes, unsigned int align,
				     slab_flags_t flags, void (*ctor)(void *))
{
	return make_cache(name, bytes, ctor);
}

void *__kmalloc_node(size_t bytes, gfp_t gfp, int node)
{
	return take(bytes, gfp, node);
}

void *__kmalloc(size_t bytes, gfp_t gfp)
{
	return take(bytes, gfp, NUMA_NO_NODE);
}

void *kmalloc_node_trace(struct kmem_cache *cache, gfp_t gfp, int node, size_t bytes)
{
	return take(bytes, gfp, node);
}

void *kmalloc_trace(struct kmem_cache *cache, gfp_t gfp, size_t bytes)
{
	return take(bytes, gfp, NUMA_NO_NODE);
}
#endif

void *ALLOCATOR(kmem_cache_alloc_lru)(struct kmem_cache *cache, struct list_lru *lru, gfp_t gfp)
{
	return take_cached(cache, gfp, NUMA_NO_NODE);
}

void *ALLOCATOR(kmem_cache_alloc)(struct kmem_cache *cache, gfp_t gfp)
{
	return take_cached(cache, gfp, NUMA_NO_NODE);
}

void *ALLOCATOR(kmem_cache_alloc_node)(struct kmem_cache *cache, gfp_t gfp, int node)
{
	return take_cached(cache, gfp, node);
}

void kmem_cache_free(struct kmem_cache *cache, void *memory)
{
	give_back(memory);
}

void slab_reset(void)
{
	live = NULL;
	memset(gone, 0, sizeof(gone));
	current_chunk = NULL;
	used = 0;
	nr_caches = nr_touched = 0;
	nr_ids = nr_free_ids = 0;
	next_kind = VMCHECK_SLAB_OTHER;
}

static void slab_reach(const void *memory)
{
	if (memory && is_object(memory))
		header(memory)->reached = true;
}

/* A vmap_area that no tree holds any more is lost: the walk does not show it, the events do. */
void slab_walk(struct vmcheck_picture *picture)
{
	struct object *object;

	for (object = live; object; object = object->next)
		object->reached = !object->is_vmap_area;
	each_vmap_area(slab_reach);
	for (object = live; object; object = object->next) {
		if (object->id < 0 || !object->reached)
			continue;
		vmcheck_show(&picture->objects, (struct vmcheck_object){
			.id = object->id, .kind = object->kind, .bytes = object->bytes,
			.size_class = 1 << object->class,
		});
	}
}
