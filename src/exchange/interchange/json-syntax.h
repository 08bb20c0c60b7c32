/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

char *bv_json_syntax_describe (const json_error_t *cause);

G_END_DECLS
