-- Takes one post out of a group robot's allowance: at most ARGV[1] posts in any ARGV[2] milliseconds.
-- Returns 0 when it was taken, else how many milliseconds to wait before asking again.
--
-- KEYS[1]  list of the times of the last posts, newest first (milliseconds of the server's clock)
-- KEYS[2]  epoch: until when all robots are closed. ARGV[3] is 1 if the caller has seen it before: if it is gone then, the server lost its
--          data, posts of the last window may be forgotten, and everything stays closed for one window. The epoch itself never expires.
-- KEYS[3]  sorted set of the tickets that wait, each with the time of its turn, and KEYS[4] the same for urgent ones, who go first.
--          Turns follow each other as fast as posts may go, urgent ones as soon as the window lets go of a post; one not taken within a
--          window is lost.
-- KEYS[5]  how much later than written all turns of KEYS[3] are: every post that went ahead of them moved them by one turn.
-- ARGV[4]  the caller's ticket, empty for one that goes ahead of everybody; ARGV[5] is 1 if it is urgent
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local most = tonumber(ARGV[1])
local window = tonumber(ARGV[2])
local ticket = ARGV[4]
local urgent = ARGV[5] == '1'
local one_turn = math.ceil(window / most)

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
local wait = 0
local nth = redis.call('LINDEX', KEYS[1], most - 1)
if nth then
  wait = math.max(0, math.min(tonumber(nth) + window - now, window))
end

-- Turns without what they were moved by would be long over: it lives as long as they do.
local function keep(queue, time_left)
  for _, key in ipairs({queue, KEYS[5]}) do
    if redis.call('PTTL', key) < time_left then
      redis.call('PEXPIRE', key, math.ceil(time_left))
    end
  end
end

local function last_turn(queue, later)
  redis.call('ZREMRANGEBYSCORE', queue, '-inf', string.format('%.0f', now - window - later))
  local last = redis.call('ZREVRANGE', queue, 0, 0, 'WITHSCORES')[2]
  return last and tonumber(last) + later
end

if ticket ~= '' then
  local later = not urgent and tonumber(redis.call('GET', KEYS[5]) or '0') or 0
  local queue = urgent and KEYS[4] or KEYS[3]
  local last = last_turn(queue, later)
  local ahead = not urgent and last_turn(KEYS[4], 0) or nil
  local turn = redis.call('ZSCORE', queue, ticket)
  if turn then
    local left = math.max(tonumber(turn) + later - now, wait)
    if left > 0 then
      return left
    end
    redis.call('ZREM', queue, ticket)
  elseif last or ahead or wait > 0 then
    local mine = math.max(now + math.max(wait, 1), (last or 0) + one_turn, (ahead or 0) + one_turn)
    if urgent then
      local before = redis.call('ZCARD', queue)
      local freed = redis.call('LINDEX', KEYS[1], most - 1 - before % most) or now - window
      mine = math.max(now + math.max(wait, 1), tonumber(freed) + window * (1 + math.floor(before / most)))
    end
    redis.call('ZADD', queue, string.format('%.0f', mine - later), ticket)
    keep(queue, mine - now + 2 * window)
    return math.ceil(mine - now)
  end
end

if wait > 0 then
  return wait
end
redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
redis.call('LTRIM', KEYS[1], 0, most - 1)
redis.call('PEXPIRE', KEYS[1], window)
if (urgent or ticket == '') and redis.call('EXISTS', KEYS[3]) == 1 then
  redis.call('INCRBY', KEYS[5], one_turn)
  keep(KEYS[3], redis.call('PTTL', KEYS[3]) + one_turn)
elseif redis.call('EXISTS', KEYS[3]) == 0 then
  redis.call('DEL', KEYS[5])
end
return 0
