/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/unit.h"

#include <glib/gi18n-lib.h>

#define FIELD(member, name, type, title, ...) BV_FIELD (BvUnit, member, name, type, title, ##__VA_ARGS__)

static const BvField fields[] = {
  FIELD (code, "code", TEXT, N_ ("Code"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY),
  FIELD (name, "name", TEXT, N_ ("Name"), .flags = BV_FIELD_REQUIRED),
  FIELD (short_name, "short", TEXT, N_ ("Short name")),
  FIELD (type, "type", TEXT, N_ ("Type")),
  FIELD (parent, "parent", REFERENCE, N_ ("Under"), .flags = BV_FIELD_NULLABLE, .target = &bv_unit_entity),
  FIELD (aliases, "aliases", TEXTS, N_ ("Other spellings")),
  FIELD (email, "email", TEXT, N_ ("E-mail")),
  FIELD (phone, "phone", TEXT, N_ ("Telephone")),
  FIELD (contact, "contact", TEXT, N_ ("Contact")),
  FIELD (leads, "leads", INTEGERS, N_ ("Dimensions led"), .least = 1, .most = 99),
  FIELD (valid_from, "valid_from", DATE, N_ ("Valid from"), .flags = BV_FIELD_NULLABLE),
  FIELD (valid_to, "valid_to", DATE, N_ ("Valid to"), .flags = BV_FIELD_NULLABLE),
};

const BvEntity bv_unit_entity = BV_ENTITY ("unit", "units", N_ ("Unit"), BvUnit, fields);

/**
 * bv_unit_is_valid_on:
 * @unit: a unit
 * @date: yyyymmdd
 *
 * Returns: whether the unit exists on that day
 */
gboolean
bv_unit_is_valid_on (const BvUnit *unit, gint64 date)
{
  return (unit->valid_from == BV_NONE || unit->valid_from <= date)
         && (unit->valid_to == BV_NONE || unit->valid_to >= date);
}
