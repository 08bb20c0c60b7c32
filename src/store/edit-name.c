/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/edit-name.h"

#include "store/statement.h"

/**
 * bv_edit_name_nominee:
 * @library: a library
 * @nominee: a nominee's row
 *
 * Returns: (transfer full) (nullable): what labels of actions call it: the person, else the unit
 */
char *
bv_edit_name_nominee (BvLibrary *library, gint64 nominee)
{
  return bv_statement_get_text (library,
                                "SELECT ifnull (p.name, u.name) FROM nominee n JOIN unit u ON u.id = n.unit "
                                "LEFT JOIN person p ON p.nominee = n.id WHERE n.id = ?1",
                                NULL, "i", nominee);
}
