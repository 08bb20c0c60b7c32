/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "store/library.h"

G_BEGIN_DECLS

/* A library in a folder of its own, and what the tests of the store ask of it again and again. */

typedef struct
{
  char *folder;
  BvLibrary *library;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_set_up_empty (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);
void store_fixture_reopen (StoreFixture *fixture, BvLibraryMode mode);
gboolean store_fixture_keeps_modes (const char *folder);

BvCampaign *store_fixture_read_file (const char *path);
BvCampaign *store_fixture_read_next_year (void);
gint64 store_fixture_load (BvLibrary *library, const BvCampaign *campaign);
gint64 store_fixture_load_file (BvLibrary *library, const char *path);
char *store_fixture_dump (BvLibrary *library, gint64 campaign);
char *store_fixture_list_rows (BvLibrary *library);
void store_fixture_act (BvLibrary *library, const char *script);
gint64 store_fixture_count (BvLibrary *library, const char *sql);
void store_fixture_assert_no_work_folder (BvLibrary *library);
void store_fixture_assert_clean (BvLibrary *library);
void store_fixture_assert_sound (BvLibrary *library);

/* A campaign in which every field of every entity says something, and the shipped ones. */
#define EVERY_FIELD "store/every-field.json"
#define TEMPLATE "../data/templates/papi-2021.json"
#define DEMO "../data/demo/papi-2021-demo.json"

G_END_DECLS
