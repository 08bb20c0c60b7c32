/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls with bytes that it made up: they may be refused, but nothing may break. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
