-- Takes one post out of a group robot's allowance: at most ARGV[1] posts in any ARGV[2] milliseconds.
-- Returns 0 when it was taken, else how many milliseconds to wait before asking again.
--
-- KEYS[1]  list of the times of the last posts, newest first (milliseconds of the server's clock)
-- KEYS[2]  epoch: until when all robots are closed. ARGV[3] is 1 if the caller has seen it before: if it is gone then, the server lost its
--          data, posts of the last window may be forgotten, and everything stays closed for one window. The epoch itself never expires.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local most = tonumber(ARGV[1])
local window = tonumber(ARGV[2])

local closed = redis.call('GET', KEYS[2])
if not closed then
  closed = ARGV[3] == '1' and now + window or 0
  redis.call('SET', KEYS[2], string.format('%.0f', closed))
end
closed = tonumber(closed)
if closed > now then
  return math.min(closed - now, window)
end

-- A time ahead of the clock is one from before the clock was set back: it counts as just now.
local nth = redis.call('LINDEX', KEYS[1], most - 1)
if nth then
  local wait = math.min(tonumber(nth) + window - now, window)
  if wait > 0 then
    return wait
  end
end
redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
redis.call('LTRIM', KEYS[1], 0, most - 1)
redis.call('PEXPIRE', KEYS[1], window)
return 0
