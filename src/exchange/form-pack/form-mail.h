/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/form/form-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *bv_form_mail_write (const BvFormPlan *plan,
                          const char *form,
                          const char *form_name,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
