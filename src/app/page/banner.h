/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_BANNER (bv_banner_get_type ())
G_DECLARE_FINAL_TYPE (BvBanner, bv_banner, BV, BANNER, GtkWidget)

/* What a banner may have to say at once; the gravest, which is the last, is shown. */
typedef enum
{
  BV_BANNER_NOTE,      /* may go on */
  BV_BANNER_READ_ONLY, /* nothing can be changed */
  BV_BANNER_ALERT,     /* may not go on */
  BV_BANNER_DAMAGE,    /* the library is damaged: there is a way to restore it */
  BV_BANNER_ERROR,     /* what went wrong, until it is closed */
  BV_N_BANNER_LEVELS,
} BvBannerLevel;

void bv_banner_set (BvBanner *banner, BvBannerLevel level, const char *text);
const char *bv_banner_get (BvBanner *banner, BvBannerLevel level);

G_END_DECLS
