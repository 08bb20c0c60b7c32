/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment-state.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_assessment_states[] = {
  { "pending", N_ ("Pending") },
  { "accepted", N_ ("Accepted") },
  { "returned", N_ ("Returned") },
  { "not-assigned", N_ ("Not assigned") },
  { "awaiting-publication", N_ ("Awaiting publication") },
  { NULL, NULL },
};
