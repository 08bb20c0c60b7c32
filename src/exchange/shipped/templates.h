/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TEMPLATES_ERROR (bv_templates_error_quark ())
GQuark bv_templates_error_quark (void);

typedef enum
{
  BV_TEMPLATES_ERROR_UNKNOWN,
} BvTemplatesError;

char **bv_templates_list (void);
gboolean bv_templates_has (const char *name);
const char *bv_templates_get_default (void);
const char *bv_templates_get_default_registry (void);
const char *bv_templates_get_registry (guint index);
const char *bv_templates_registry_words (guint index);
GBytes *bv_templates_read_text (const char *name, GError **error);
guint bv_templates_count_units (const BvCampaign *campaign, guint registry);
guint bv_templates_choose_registry (const BvCampaign *campaign, guint otherwise);
gboolean bv_templates_add_units (BvCampaign *campaign, const char *registry, GError **error);

G_END_DECLS
