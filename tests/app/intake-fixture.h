/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* Files that units send back, in the demonstration, and the preview of them. */

#define INTAKE_UNIT "887"

/* What a unit filled into its form. */
typedef struct
{
  const char *points;
  const char *other; /* of a criterion that the campaign has not; NULL: none */
  const char *was;   /* the points that stood in it when it went out; NULL: those that stand here now */
} IntakeForm;

GFile *intake_get_outside (BvWindow *window, const char *name);
GFile *intake_write_form (BvWindow *window, const char *name, const IntakeForm *form);
/* Rows of texts, the first the titles; each ends with NULL, and so do all. */
GFile *intake_write_list (BvWindow *window, const char *name, const char *const *const *rows);
/* A digest of all of the campaign. */
char *intake_dump (BvWindow *window);
gboolean intake_shows_preview (gpointer window);
gboolean intake_shows_inbox (gpointer window);
BvTablePage *intake_look_at (BvWindow *window, GPtrArray *files);
BvTablePage *intake_look_at_form (BvWindow *window, const IntakeForm *form);
void intake_activate (BvWindow *window, const char *action);
void intake_take_in (BvWindow *window);
/* What the focused answer means; NULL: no answer has the focus. */
const char *intake_read_focused_answer (BvWindow *window);
/* Until what is done with the preview is done. */
void intake_wait_for_plan (BvWindow *window);
/* By the user's hand, and waits for the plan that comes of it. */
void intake_press (BvWindow *window, guint keyval, GdkModifierType state);
GPtrArray *intake_list_receipts (BvWindow *window);
void intake_expect_cell (BvTablePage *page, guint row, guint column, const char *expected);

G_END_DECLS
