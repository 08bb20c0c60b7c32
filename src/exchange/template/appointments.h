/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/template-text.h"

G_BEGIN_DECLS

/* Leaves and groups for which nobody was found to score them. */
typedef struct
{
  guint n_leaderless; /* nobody leads the dimension */
  guint n_absent;     /* the unit that scored them takes no part */
} BvAppointmentsLeft;

BvAppointmentsLeft bv_appointments_fill (const BvTemplateText *text, BvCampaign *campaign);
char **bv_appointments_list_left (const BvAppointmentsLeft *left);

G_END_DECLS
