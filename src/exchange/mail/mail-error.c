/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail-error.h"

G_DEFINE_QUARK (bv_mail_error, bv_mail_error)
