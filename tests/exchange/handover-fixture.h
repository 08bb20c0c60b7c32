/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* A library with one nominee, whose proposal nothing keeps from being sealed, and a folder outside of it to
 * write into. */

#define HANDOVER_DATE 20220520

typedef struct
{
  char *folder; /* that of the library and of what is outside */
  char *library_folder;
  char *outside;
  char *path; /* outside, of no file yet */
  BvLibrary *library;
  gint64 campaign;
} HandoverFixture;

void handover_fixture_set_up (HandoverFixture *fixture, const char *name);
void handover_fixture_tear_down (HandoverFixture *fixture);
guint handover_fixture_count_actions (HandoverFixture *fixture);

/* An older file at @path, and whether it is still all that is outside. */
void handover_fixture_keep_old (HandoverFixture *fixture);
void handover_fixture_check_old (HandoverFixture *fixture);

G_END_DECLS
