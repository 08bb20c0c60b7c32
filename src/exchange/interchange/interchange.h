/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "exchange/interchange/interchange-text.h"
#include "exchange/interchange/json-writer.h"
#include "store/digest.h"

G_BEGIN_DECLS

BvCampaign *bv_interchange_read (const char *data, gsize length, char ***notices, GError **error);
BvCampaign *bv_interchange_read_own (const char *data, gsize length, GError **error);
BvCampaign *bv_interchange_read_file (const char *path, char ***notices, GError **error);
char *bv_interchange_write (const BvCampaign *campaign, gsize *length);
void bv_interchange_stream (const BvCampaign *campaign, BvJsonSink sink, gpointer data);
void bv_interchange_hash (const BvCampaign *campaign, BvDigest *digest);

G_END_DECLS
