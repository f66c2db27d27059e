// SPDX-License-Identifier: GPL-2.0-only
/*
 * Mutexes, semaphores, notifiers, scheduling: one task on one CPU that nothing preempts. Faithful
 * in that a mutex taken twice is a deadlock, which ends the call. Spinlocks of one CPU are nothing.
 */
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include "stubs.h"

#define MOST_HELD 8

static struct mutex *held[MOST_HELD];
static unsigned int nr_held;
static unsigned int sleeps;

/* Of all locks the purge's is told: it says where one purge ends and another begins. */
static void tell(enum vmcheck_event_kind kind, const struct mutex *lock)
{
	settle();
	if (is_purge_lock(lock))
		vmcheck_event(step, (struct vmcheck_event){
			.kind = kind, .detail = VMCHECK_LOCK_PURGE,
		});
}

void mutex_lock(struct mutex *lock)
{
	unsigned int i;

	for (i = 0; i < nr_held; i++)
		if (held[i] == lock)
			die("mutex_lock: a deadlock");
	if (nr_held < MOST_HELD)
		held[nr_held++] = lock;
	tell(VMCHECK_EVENT_LOCK, lock);
}

int mutex_trylock(struct mutex *lock)
{
	unsigned int i;

	for (i = 0; i < nr_held; i++)
		if (held[i] == lock)
			return 0;
	mutex_lock(lock);
	return 1;
}

void mutex_unlock(struct mutex *lock)
{
	unsigned int i;

	for (i = 0; i < nr_held && held[i] != lock; i++)
		;
	if (i == nr_held)
		die("mutex_unlock: not locked");
	held[i] = held[--nr_held];
	tell(VMCHECK_EVENT_UNLOCK, lock);
}

/* What a call still holds when it is over. */
void locks_check(void)
{
	sleeps = 0;
	if (nr_held)
		die("a mutex is held when the call is over");
}

void locks_reset(void)
{
	nr_held = 0;
	sleeps = 0;
}

int down_read_trylock(struct rw_semaphore *semaphore)
{
	return 1;
}

void up_read(struct rw_semaphore *semaphore)
{
}

int blocking_notifier_call_chain(struct blocking_notifier_head *head, unsigned long value,
				 void *data)
{
	return 0;
}

int blocking_notifier_chain_register(struct blocking_notifier_head *head,
				     struct notifier_block *block)
{
	return 0;
}

int blocking_notifier_chain_unregister(struct blocking_notifier_head *head,
				       struct notifier_block *block)
{
	return 0;
}

/* Who cannot fail sleeps until there is memory again: armed failures end with the first sleep. */
long schedule_timeout_uninterruptible(long timeout)
{
	step->fault = step->also_fault = (struct vmcheck_fault){ 0 };
	if (++sleeps > 64)
		die("sleeps for ever for memory that does not come");
	return 0;
}

int __cond_resched(void)
{
	return 0;
}

int __cond_resched_lock(spinlock_t *lock)
{
	return 0;
}
