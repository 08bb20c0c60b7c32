/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* The demonstration, and what the vault took of it. */
typedef struct
{
  BvCampaign *campaign;
  GPtrArray *items; /* of BvVaultItem */
} BvDemo;

BvDemo *
bv_demo_read (const char *template, const char *library_folder, const BvProgress *progress, GError **error);
void bv_demo_take_back (const BvDemo *demo, const char *library_folder);
void bv_demo_free (BvDemo *demo);
gint64 bv_demo_create (BvLibrary *library, const char *template, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDemo, bv_demo_free)

G_END_DECLS
