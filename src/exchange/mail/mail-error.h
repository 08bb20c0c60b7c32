/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BV_MAIL_ERROR (bv_mail_error_quark ())
GQuark bv_mail_error_quark (void);

typedef enum
{
  BV_MAIL_ERROR_ADDRESS, /* an address that no mail reaches */
  BV_MAIL_ERROR_FILE,    /* a file that cannot be attached */
  BV_MAIL_ERROR_DAY,     /* a day before which nobody can answer any more */
} BvMailError;

G_END_DECLS
