/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/slots.h"

#include "unit/unit.h"

/* Items of one hash in `of` classes, all found again in the order in which they came. */
static void fill_and_find(ent_i_slots_t *slots, uint32_t count, uint32_t of)
{
    ent_error_t err = {0};

    for (uint32_t i = 0; i < count; i++) {
        ent_i_slot_t *slot;

        assert_ok(ent_i_slots_reserve(slots, &err));
        slot = ent_i_slots_first(slots, i % of);
        while (slot->item != 0)
            slot = ent_i_slots_next(slots, slot);
        ent_i_slots_put(slots, slot, i % of, i);
    }
    assert_int_equal(slots->count, count);
    assert_true(count * 3 <= slots->size * 2);
    for (uint32_t hash = 0; hash < of; hash++) {
        const ent_i_slot_t *slot = ent_i_slots_first(slots, hash);
        uint32_t found = 0;
        uint64_t sum = 0;

        for (; slot->item != 0; slot = ent_i_slots_next(slots, slot)) {
            assert_int_equal(slot->hash, hash);
            assert_int_equal((slot->item - 1) % of, hash);
            sum += slot->item - 1;
            found++;
        }
        assert_int_equal(found, count / of);
        assert_int_equal(sum, (uint64_t)found * hash + (uint64_t)of * found * (found - 1) / 2);
    }
}

static void items_of_like_hashes_are_all_found(void **state)
{
    ent_i_slots_t slots = {0};

    (void)state;
    fill_and_find(&slots, 42, 6);
    ent_i_slots_empty(&slots);
    fill_and_find(&slots, 3000, 3);
    ent_i_slots_empty(&slots);
    assert_null(slots.slot);
    fill_and_find(&slots, 4000, 4000);
    ent_i_slots_free(&slots);
}

/* Room for many is made once: the slots do not move while they are filled. */
static void room_for_many_is_made_at_once(void **state)
{
    ent_i_slots_t slots = {0};
    ent_error_t err = {0};
    const ent_i_slot_t *before;

    (void)state;
    assert_ok(ent_i_slots_reserve_many(&slots, 5000, &err));
    before = slots.slot;
    fill_and_find(&slots, 5000, 10);
    assert_ptr_equal(slots.slot, before);
    assert_int_equal(ent_i_slots_reserve_many(&slots, SIZE_MAX / 4, &err), ENT_ELIMIT);
    ent_i_slots_free(&slots);
}

static void what_was_emptied_holds_nothing(void **state)
{
    ent_i_slots_t slots = {0};
    ent_error_t err = {0};

    (void)state;
    ent_i_slots_empty(&slots);
    assert_ok(ent_i_slots_reserve(&slots, &err));
    ent_i_slots_put(&slots, ent_i_slots_first(&slots, 5), 5, 7);
    assert_int_equal(ent_i_slots_first(&slots, 5)->item, 8);
    ent_i_slots_empty(&slots);
    assert_int_equal(slots.count, 0);
    assert_int_equal(ent_i_slots_first(&slots, 5)->item, 0);
    ent_i_slots_free(&slots);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_of_like_hashes_are_all_found),
        cmocka_unit_test(room_for_many_is_made_at_once),
        cmocka_unit_test(what_was_emptied_holds_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
