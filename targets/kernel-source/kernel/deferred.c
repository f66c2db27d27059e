// SPDX-License-Identifier: GPL-2.0-only
/*
 * RCU and work queues: what is queued in a call runs when it is over, in the order it was queued;
 * RCU callbacks only in a grace period where the machine asks for that. Faithful in that nothing
 * runs at once; there is no second CPU on which it could.
 */
#include <linux/rcupdate.h>
#include <linux/workqueue.h>
#include "stubs.h"

#define MOST_WORKS 64

static struct rcu_head *callbacks, **last_callback = &callbacks;
static struct work_struct *works[MOST_WORKS];
static unsigned int nr_works;

struct workqueue_struct *system_wq;
#if SINCE(6, 10)
struct workqueue_struct *system_percpu_wq;
#endif

void call_rcu(struct rcu_head *head, rcu_callback_t function)
{
	head->next = NULL;
	head->func = function;
	*last_callback = (struct rcu_head *)head;
	last_callback = (struct rcu_head **)&head->next;
	step->counters.rcu_pending++;
}

void synchronize_rcu(void)
{
}

bool queue_work_on(int cpu, struct workqueue_struct *queue, struct work_struct *work)
{
	unsigned int i;

	for (i = 0; i < nr_works; i++)
		if (works[i] == work)
			return false;
	if (nr_works == MOST_WORKS)
		die("queue_work_on: more works than this machine knows");
	works[nr_works++] = work;
	return true;
}

static void run(struct work_struct *work)
{
	atomic_long_and(~(long)WORK_STRUCT_PENDING, &work->data);
	work->func(work);
}

bool flush_work(struct work_struct *work)
{
	unsigned int i;

	for (i = 0; i < nr_works && works[i] != work; i++)
		;
	if (i == nr_works)
		return false;
	nr_works--;
	memmove(&works[i], &works[i + 1], (nr_works - i) * sizeof(*works));
	run(work);
	return true;
}

void run_callbacks(void)
{
	struct rcu_head *head = callbacks;

	callbacks = NULL;
	last_callback = &callbacks;
	while (head) {
		struct rcu_head *next = (struct rcu_head *)head->next;
		unsigned long offset = (unsigned long)head->func;

		step->counters.rcu_pending--;
		/* kfree_rcu queues the place of the head in its object in place of a function. */
		if (offset < PAGE_SIZE)
			kvfree((char *)head - offset);
		else
			head->func((void *)head);
		head = next;
	}
}

void run_deferred(void)
{
	while (nr_works || (callbacks && !machine.rcu_manual)) {
		struct work_struct *now[MOST_WORKS];
		unsigned int count = nr_works, i;

		memcpy(now, works, count * sizeof(*now));
		nr_works = 0;
		for (i = 0; i < count; i++)
			run(now[i]);
		if (!machine.rcu_manual)
			run_callbacks();
	}
}

void deferred_reset(void)
{
	callbacks = NULL;
	last_callback = &callbacks;
	nr_works = 0;
	step->counters.rcu_pending = 0;
}
