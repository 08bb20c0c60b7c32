/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* The templates of campaigns that somebody made in the library. */

/* One of them, without its text. */
typedef struct
{
  char *name;  /* by which it is chosen: lower-case ASCII with hyphens */
  char *title; /* the short title of the campaign */
} BvShelvedTemplate;

const BvShelvedTemplate *bv_template_shelf_find (const GPtrArray *shelf, const char *name);
void bv_shelved_template_free (BvShelvedTemplate *shelved);
GPtrArray *bv_template_shelf_list (BvLibrary *library, GError **error);
char *bv_template_shelf_read (BvLibrary *library, const char *name, GError **error);
gboolean bv_template_shelf_put (BvLibrary *library,
                                const char *name,
                                const char *title,
                                const char *text,
                                GError **error);
gboolean bv_template_shelf_remove (BvLibrary *library, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvShelvedTemplate, bv_shelved_template_free)

G_END_DECLS
